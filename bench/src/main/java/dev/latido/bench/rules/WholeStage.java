package dev.latido.bench.rules;

import dev.latido.change.ControlMessage;
import dev.latido.codec.CodecTypeInformation;
import dev.latido.codec.ControlMessageCodec;
import dev.latido.codec.CustomerInputCodec;
import dev.latido.customer.CustomerOperator;
import dev.latido.customer.CustomerPolicy;
import dev.latido.customer.CustomerStage;
import dev.latido.event.Alert;
import dev.latido.event.Arrival;
import dev.latido.event.CustomerEvent;
import dev.latido.event.CustomerInput;
import dev.latido.event.HealthRecord;
import dev.latido.rule.EffectiveChange;
import dev.latido.rule.Rule;
import dev.latido.rule.RuleChange;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** Events → matches, found by the job's own operator, which also keeps each customer's health, evaluated daily. */
final class WholeStage {

    /** As in the settings that are shipped. */
    private static final int CACHED = 20_000;

    private WholeStage() {}

    static DataStream<String> matches(DataStream<CustomerEvent> events, List<BenchRule> rules, CustomerPolicy policy) {
        DataStream<CustomerInput> inputs = events.map(
                        event -> (CustomerInput) new Arrival(event, event.at().toEpochMilli(), false))
                .returns(new CodecTypeInformation<>(CustomerInputCodec.INSTANCE));
        DataStream<ControlMessage> control = events.getExecutionEnvironment()
                .fromData(changes(rules), new CodecTypeInformation<>(ControlMessageCodec.INSTANCE));
        SingleOutputStreamOperator<HealthRecord> health = CustomerStage.evaluate(inputs, control, policy, CACHED);
        health.sinkTo(new DiscardingSink<>());
        return health.getSideOutput(CustomerOperator.ALERTS)
                .flatMap(WholeStage::write)
                .returns(Types.STRING);
    }

    /** The rules, in force before the first event. */
    private static List<ControlMessage> changes(List<BenchRule> rules) {
        List<ControlMessage> changes = new ArrayList<>();
        for (BenchRule rule : rules) {
            RuleChange change = new RuleChange(
                    rule.id(),
                    RuleChange.Action.APPLY,
                    RuleFiles.text(rule.id() + ".yaml"),
                    "bench",
                    "",
                    RuleChange.AT_ONCE);
            changes.add(new EffectiveChange(
                    changes.size() + 1L, Long.MIN_VALUE, Long.MIN_VALUE + 1, 1, Rule.OnChange.DRAIN, change));
        }
        return changes;
    }

    private static void write(Alert alert, Collector<String> out) {
        Alert.RuleMatch match = alert.evidence().match();
        if (match == null) {
            return;
        }
        MatchLine line = new MatchLine(alert.ruleId(), alert.customerId());
        String step = "";
        for (Alert.MatchedEvent event : match.events()) {
            if (!event.step().equals(step)) {
                step = event.step();
                line.step(step);
            }
            line.event(event.eventId());
        }
        out.collect(line.toString());
    }
}
