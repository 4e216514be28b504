package dev.latido.rule.engine;

import static dev.latido.testing.RuleChanges.change;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.customer.CustomerHarness;
import dev.latido.event.Alert;
import dev.latido.event.Alert.MatchedEvent;
import dev.latido.event.CustomerEvent;
import dev.latido.rule.EffectiveChange;
import dev.latido.rule.Rule;
import dev.latido.rule.RuleChange.Action;
import dev.latido.rule.Sequence;
import dev.latido.rule.format.RuleLoader;
import dev.latido.testing.Events;
import dev.latido.testing.Rules;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.cep.pattern.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole operator alerts of what Flink CEP's own operator finds: events arrive out of order, and both are written down
 * and restored in mid-match, ours with another number of subtasks.
 */
class OperatorEqualityTest {

    private static final String RULE = "r";
    private static final int RUNS = 4;

    /** An instant of the stream; ten of them are the second that the rules wait. */
    private static final long UNIT = 100;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "skip: none; steps: [{step: a, kind: LOGIN}, {step: b, kind: PAGE_VIEW}]",
                "skip: to next; steps: [{step: a, kind: LOGIN}, {step: b, kind: [LOGIN, ACTION], contiguity: next}]",
                "skip: none; steps: [{step: a, kind: LOGIN}, {not: n, kind: ACTION}, {step: b, kind: PAGE_VIEW}]",
                "skip: past last event; steps: [{step: a, kind: LOGIN}, {not: n, kind: PAGE_VIEW}]",
                "skip: none; steps: [{step: a, kind: LOGIN}, {step: b, kind: ACTION, optional: true}, {step: c, kind: PAGE_VIEW}]",
                "skip: past last event; steps: [{step: a, kind: LOGIN, times: 2 or more, greedy: true}, {step: b, kind: ACTION}]",
                "skip: to last a; steps: [{step: a, kind: activity, times: 2..3}, {step: b, kind: LOGIN}]",
                "skip: to first b; steps: [{step: a, kind: LOGIN}, {step: b, kind: PAGE_VIEW, times: 2, inner: next}]",
            })
    void theOperatorAlertsOfWhatFlinkCepFinds(String rule) throws Exception {
        Random random = new Random(rule.hashCode() * 0x9E3779B97F4A7C15L);
        String source = Rules.source(RULE, 1, "within: 1 second", rule.replace("; ", "\n"));
        Sequence sequence = RuleLoader.load(RULE, source).sequence();
        int found = 0;
        for (int run = 0; run < RUNS; run++) {
            Arrivals arrivals = Arrivals.random(random, 5, 80).slower(UNIT);
            Pattern<CustomerEvent, CustomerEvent> pattern =
                    SequencePattern.of(sequence, number -> StockCondition.question(sequence.steps(), number));
            int restoreAt = random.nextInt(arrivals.arriving().size());

            Map<String, List<Finding>> ours = Finding.matchesByCustomer(alerts(source, arrivals, restoreAt));

            assertThat(ours)
                    .isEqualTo(Finding.matchesByCustomer(
                            StockCep.find(pattern, arrivals, Cadence.EVERY_INSTANT, restoreAt)));
            found += ours.values().stream().mapToInt(List::size).sum();
        }

        assertThat(found).as("matches").isPositive();
    }

    private static List<Finding> alerts(String source, Arrivals arrivals, int restartAt) throws Exception {
        try (CustomerHarness harness = CustomerHarness.open(CustomerHarness.Setup.REPLAY.caching(2))) {
            harness.change(new EffectiveChange(
                    1, Long.MIN_VALUE, Long.MIN_VALUE + 1, 1, Rule.OnChange.DRAIN, change(RULE, Action.APPLY, source)));
            long highest = 0;
            int count = 0;
            for (CustomerEvent event : arrivals.arriving()) {
                if (count++ == restartAt) {
                    harness.restart(2);
                }
                harness.process(Events.arrival(event));
                highest = Math.max(highest, event.at().toEpochMilli());
                harness.watermark(highest - arrivals.bound() - 1);
            }
            harness.watermark(arrivals.end());
            return harness.alerts().stream()
                    .filter(alert -> alert.ruleId().equals(RULE))
                    .map(OperatorEqualityTest::finding)
                    .toList();
        }
    }

    private static Finding finding(Alert alert) {
        Map<String, String> steps = requireNonNull(alert.evidence().match()).events().stream()
                .collect(groupingBy(MatchedEvent::step, TreeMap::new, mapping(MatchedEvent::eventId, joining(" "))));
        return new Finding(
                alert.customerId(), false, steps.toString(), alert.at().toEpochMilli());
    }
}
