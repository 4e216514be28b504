package dev.latido.bench.rules;

import dev.latido.event.CustomerEvent;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/** Events → matches, found by our own engine with one operator for all rules. */
final class RuleStage {

    private RuleStage() {}

    /** @param filtered whether events of kinds that no rule names are kept from the operator */
    static DataStream<String> matches(DataStream<CustomerEvent> events, List<BenchRule> rules, boolean filtered) {
        DataStream<CustomerEvent> some = filtered ? KindFilterFunction.keep(events, StockStage.kinds(rules)) : events;
        return some.keyBy(CustomerEvent::customerId)
                .transform("rules", Types.STRING, new RulesOperator(new RuleFiles(rules)));
    }

    /** The way that events take to the operator, without one. */
    static DataStream<String> nothing(DataStream<CustomerEvent> events, List<BenchRule> rules) {
        return KindFilterFunction.keep(events, StockStage.kinds(rules))
                .keyBy(CustomerEvent::customerId)
                .flatMap((CustomerEvent event, Collector<String> out) -> {})
                .returns(Types.STRING);
    }
}
