package dev.latido.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.CustomerEvent;
import dev.latido.rule.Sequence;
import dev.latido.rule.SkipStrategy;
import dev.latido.rule.Step;
import java.util.List;
import java.util.Random;
import org.apache.flink.cep.pattern.Pattern;

/**
 * Asserts that the matcher finds what Flink CEP's own operator finds, match by match and time-out by time-out.
 *
 * <p>With a watermark at every instant everything is compared, and the order of each customer's matches. With fewer, what Flink CEP says depends on them: it stamps
 * matches that time brings about with the watermark; it reports partial matches as timed out that were to be skipped; and
 * which of several absences with the same first event it takes, where the others are to be skipped, depends on how many
 * end at one watermark. There instants are left out, time-outs are compared only where nothing is skipped, and sequences
 * that end in an absence, where something is skipped, not at all.
 */
record Comparison(Sequence sequence, Pattern<CustomerEvent, CustomerEvent> pattern) {

    private static final Cadence[] CADENCES = Cadence.values();

    /** How many matches both find in a random stream. */
    int run(Random random) throws Exception {
        Arrivals arrivals = Arrivals.random(random, 5, 80);
        Cadence cadence = cadence(random);
        int restoreAt = random.nextInt(arrivals.arriving().size() * 2);

        List<Finding> stock = StockCep.find(pattern, arrivals, cadence, restoreAt);
        List<Finding> ours = MatcherRun.find(sequence, arrivals.inOrder(), random);

        assertThat(comparable(ours, cadence))
                .as("%s, %s, %s", sequence, cadence, arrivals)
                .containsExactlyInAnyOrderElementsOf(comparable(stock, cadence));
        if (cadence == Cadence.EVERY_INSTANT) {
            assertThat(Finding.matchesByCustomer(ours))
                    .as("%s, %s", sequence, arrivals)
                    .isEqualTo(Finding.matchesByCustomer(stock));
        }
        return (int) ours.stream().filter(finding -> !finding.isTimedOut()).count();
    }

    private Cadence cadence(Random random) {
        Step last = sequence.steps().get(sequence.steps().size() - 1);
        return last.negated() && isSkipping() ? Cadence.EVERY_INSTANT : CADENCES[random.nextInt(CADENCES.length)];
    }

    private List<Finding> comparable(List<Finding> findings, Cadence cadence) {
        if (cadence == Cadence.EVERY_INSTANT) {
            return findings;
        }
        return findings.stream()
                .filter(finding -> !finding.isTimedOut() || !isSkipping())
                .map(finding -> finding.isTimedOut() ? finding : finding.whenever())
                .toList();
    }

    private boolean isSkipping() {
        return sequence.skip().way() != SkipStrategy.Way.NONE;
    }
}
