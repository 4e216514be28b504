package dev.latido.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.rule.Sequence;
import dev.latido.rule.SkipStrategy;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The matcher finds what Flink CEP's own operator finds, match by match and time-out by time-out.
 *
 * <p>With a watermark at every instant everything is compared. With fewer, what Flink CEP says depends on them: it stamps
 * matches that time brings about with the watermark; it reports partial matches as timed out that were to be skipped; and
 * which of several absences with the same first event it takes, where the others are to be skipped, depends on how many
 * end at one watermark. There instants are left out, time-outs are compared only where nothing is skipped, and sequences
 * that end in an absence, where something is skipped, not at all. {@code -Dlatido.rules.seeds=1000} makes the test long.
 */
class FlinkCepEqualityTest {

    private static final int SEEDS = Integer.getInteger("latido.rules.seeds", 1);
    private static final Cadence[] CADENCES = Cadence.values();

    static Stream<Example> examples() {
        return Stream.of(
                        Examples.contiguities(),
                        Examples.times(),
                        Examples.loops(),
                        Examples.optionals(),
                        Examples.negations(),
                        Examples.iterative())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theMatcherFindsWhatFlinkCepFinds(Example example) throws Exception {
        int found = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            for (SkipStrategy skip : Example.skips(example.steps())) {
                for (long within : example.endsInAbsence() ? new long[] {6, 15} : new long[] {0, 9}) {
                    found += compare(example, skip, within, random(seed + example.name() + skip + within));
                }
            }
        }
        assertThat(found).as("matches").isPositive();
    }

    /** Seeds that differ little would give streams that differ little. */
    private static Random random(String name) {
        return new Random(name.hashCode() * 0x9E3779B97F4A7C15L);
    }

    private static int compare(Example example, SkipStrategy skip, long within, Random random) throws Exception {
        Sequence sequence = example.sequence(skip, within);
        Arrivals arrivals = Arrivals.random(random, 5, 80);
        Cadence cadence = cadence(example, skip, random);
        int restoreAt = random.nextInt(arrivals.arriving().size() * 2);

        List<Finding> stock = StockCep.find(example.pattern(skip, within), arrivals, cadence, restoreAt);
        List<Finding> ours = MatcherRun.find(sequence, arrivals.inOrder(), random);

        assertThat(comparable(ours, cadence, skip))
                .as("%s, skip %s, within %s, %s, %s", example.name(), skip, within, cadence, arrivals)
                .containsExactlyInAnyOrderElementsOf(comparable(stock, cadence, skip));
        return (int) ours.stream().filter(finding -> !finding.isTimedOut()).count();
    }

    private static Cadence cadence(Example example, SkipStrategy skip, Random random) {
        return example.endsInAbsence() && skip.way() != SkipStrategy.Way.NONE
                ? Cadence.EVERY_INSTANT
                : CADENCES[random.nextInt(CADENCES.length)];
    }

    private static List<Finding> comparable(List<Finding> findings, Cadence cadence, SkipStrategy skip) {
        if (cadence == Cadence.EVERY_INSTANT) {
            return findings;
        }
        return findings.stream()
                .filter(finding -> !finding.isTimedOut() || skip.way() == SkipStrategy.Way.NONE)
                .map(finding -> finding.isTimedOut() ? finding : finding.whenever())
                .toList();
    }
}
