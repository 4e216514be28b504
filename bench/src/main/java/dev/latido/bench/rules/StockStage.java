package dev.latido.bench.rules;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/** Events → matches, found by stock Flink CEP with an operator for each rule. */
final class StockStage {

    /** What is kept from the operators of Flink CEP. */
    enum Filter {
        /** Nothing. */
        NONE,
        /** Events of kinds that no rule names. */
        SHARED,
        /** From each operator, events of kinds that its rule does not name. */
        OWN
    }

    private StockStage() {}

    static DataStream<String> matches(DataStream<CustomerEvent> events, List<BenchRule> rules, Filter filter) {
        DataStream<CustomerEvent> some =
                filter == Filter.SHARED ? KindFilterFunction.keep(events, kinds(rules)) : events;
        DataStream<String> matches = null;
        for (BenchRule rule : rules) {
            DataStream<CustomerEvent> own = filter == Filter.OWN ? KindFilterFunction.keep(events, rule.kinds()) : some;
            DataStream<String> found = CEP.pattern(own.keyBy(CustomerEvent::customerId), StockPattern.of(rule))
                    .inEventTime()
                    .process(new MatchFunction(rule), Types.STRING);
            matches = matches == null ? found : matches.union(found);
        }
        if (matches == null) {
            throw new IllegalArgumentException("no rules");
        }
        return matches;
    }

    static EnumSet<Kind> kinds(List<BenchRule> rules) {
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        rules.forEach(rule -> kinds.addAll(rule.kinds()));
        return kinds;
    }

    /** Writes a match as a line of text. */
    private static final class MatchFunction extends PatternProcessFunction<CustomerEvent, String> {

        private static final long serialVersionUID = 1L;

        private final String rule;
        private final ArrayList<String> steps = new ArrayList<>();

        private MatchFunction(BenchRule rule) {
            this.rule = rule.id();
            rule.steps().forEach(step -> steps.add(step.name()));
        }

        @Override
        public void processMatch(Map<String, List<CustomerEvent>> match, Context context, Collector<String> out) {
            MatchLine line = null;
            for (String step : steps) {
                List<CustomerEvent> events = match.get(step);
                if (events != null) {
                    line = line == null ? new MatchLine(rule, events.get(0).customerId()) : line;
                    line.step(step);
                    events.forEach(line::event);
                }
            }
            if (line != null) {
                out.collect(line.toString());
            }
        }
    }
}
