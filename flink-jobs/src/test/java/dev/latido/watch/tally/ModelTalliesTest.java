package dev.latido.watch.tally;

import static dev.latido.testing.Events.at;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.management.ThreadMXBean;
import dev.latido.testing.WatchedArtifacts;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTalliesTest {

    private static final float[] ROW = {0.25f, Float.NaN};

    private final WatchedArtifact churn = WatchedArtifacts.churn("1");
    private final WatchedArtifact challenger = WatchedArtifacts.churn("2");
    private final List<ModelTally> out = new ArrayList<>();
    private final ModelTallies tallies = new ModelTallies(out::add);

    @Test
    void countsAreHandedOutWhenTheirHourHasEnded() {
        tallies.count(churn, ROW, 0.8, at("2030-01-01T10:00"));
        tallies.count(churn, ROW, 0.2, at("2030-01-01T10:59"));
        tallies.passed(at("2030-01-01T10:59"));
        assertThat(out).isEmpty();

        tallies.passed(at("2030-01-01T11:00") - 1);
        assertThat(scores())
                .extracting(ScoreTally::artifact, ScoreTally::firstAt, ScoreTally::lastAt)
                .containsExactly(tuple(churn.id(), at("2030-01-01T10:00"), at("2030-01-01T10:59")));
        assertThat(scores().get(0).bins().total()).isEqualTo(6);

        tallies.passed(at("2030-01-02T00:00"));
        assertThat(out).hasSize(1);
    }

    @Test
    void noTallyHoldsTwoHours() {
        tallies.count(churn, ROW, 0.8, at("2030-01-01T10:30"));
        tallies.count(churn, ROW, 0.8, at("2030-01-01T12:00"));
        tallies.flush();

        assertThat(scores()).extracting(ScoreTally::hour).containsExactly(hour("10:00"), hour("12:00"));
        assertThat(scores())
                .allSatisfy(tally -> assertThat(tally.bins().total()).isEqualTo(3));
    }

    @Test
    void aCheckpointTakesWhatTheHourHasSoFar() {
        tallies.count(churn, ROW, 0.8, at("2030-01-01T10:30"));
        tallies.flush();
        tallies.flush();
        tallies.count(churn, ROW, 0.8, at("2030-01-01T10:31"));
        tallies.flush();

        assertThat(scores()).extracting(ScoreTally::hour).containsExactly(hour("10:00"), hour("10:00"));
    }

    @Test
    void theReferenceGoesAlongOnceADay() {
        for (String time : List.of("01T10:30", "01T11:30", "02T10:30", "02T10:31")) {
            tallies.count(churn, ROW, 0.8, at("2030-01-" + time));
            tallies.passed(at("2030-01-" + time) + 3_600_000);
            tallies.flush();
        }

        assertThat(scores()).extracting(tally -> tally.reference() != null).containsExactly(true, false, true, false);
    }

    @Test
    void anArtifactSwappedWithinTheHourHasATallyOfItsOwn() {
        tallies.count(churn, ROW, 0.8, at("2030-01-01T10:10"));
        tallies.count(challenger, ROW, 0.3, at("2030-01-01T10:20"));
        tallies.count(challenger, ROW, 0.3, at("2030-01-01T10:30"));
        tallies.flush();

        assertThat(scores())
                .extracting(ScoreTally::artifact, tally -> tally.bins().total())
                .containsExactly(tuple(churn.id(), 3L), tuple(challenger.id(), 6L));
    }

    @Test
    void bothScoresAreComparedByTheCutsOfEach() {
        WatchedArtifact cautious = new WatchedArtifact(
                WatchedArtifacts.id("churn", "3"),
                churn.reference(),
                new WatchedArtifact.RiskCuts(0.9, 0.1),
                churn.outcome());
        double[][] pairs = {{0.8, 0.8}, {0.8, 0.95}, {0.7, 0.9}, {0.3, 0.95}, {0.3, 0.2}, {0.75, 0.05}};
        for (double[] pair : pairs) {
            tallies.count(churn, ROW, pair[0], cautious, pair[1], at("2030-01-01T10:10"));
        }
        tallies.flush();

        ShadowTally shadow = requireNonNull(scores().get(0).shadow());
        assertThat(shadow.shadow()).isEqualTo(cautious.id());
        assertThat(shadow.levelled()).isTrue();
        assertThat(shadow.joint().total()).isEqualTo(6);
        // high and high; medium (0.7 is not above 0.7) and medium (nor is 0.9 above 0.9)
        assertThat(shadow.agreeing()).isEqualTo(2);
        assertThat(shadow.raised()).isEqualTo(1);
        assertThat(shadow.lowered()).isEqualTo(2);
    }

    @Test
    void amountsHaveNoLevels() {
        WatchedArtifact value = new WatchedArtifact(WatchedArtifacts.id("ltv", "1"), churn.reference(), null, null);
        WatchedArtifact other = new WatchedArtifact(WatchedArtifacts.id("ltv", "2"), churn.reference(), null, null);
        tallies.count(value, ROW, 0.05, other, 7_000, at("2030-01-01T10:10"));
        tallies.flush();

        ShadowTally shadow = requireNonNull(scores().get(0).shadow());
        assertThat(shadow.levelled()).isFalse();
        assertThat(shadow.agreeing()).isZero();
        assertThat(shadow.joint().at(9)).isOne();
    }

    @Test
    void everyTallySurvivesItsBytes() {
        tallies.count(churn, ROW, 0.8, challenger, 0.1, at("2030-01-01T10:10"));
        tallies.count(churn, ROW, 0.8, at("1969-12-31T23:10"));
        tallies.flush();
        out.add(new LabelTally(
                WatchedArtifacts.id("churn", "1"),
                new WatchedArtifact.AwaitedOutcome("voluntary", 90),
                -3,
                1_000_000,
                true));

        assertThat(out)
                .hasSize(3)
                .allSatisfy(tally -> assertThat(ModelTally.of(tally.toBytes())).isEqualTo(tally));
    }

    @Test
    void theSameArtifactMayBeAnotherObject() {
        for (int i = 0; i < 3; i++) {
            tallies.count(
                    WatchedArtifacts.churn("1"), ROW, 0.8, WatchedArtifacts.churn("2"), 0.3, at("2030-01-01T10:10"));
        }
        tallies.flush();

        assertThat(scores()).extracting(tally -> tally.bins().total()).containsExactly(9L);
    }

    @Test
    void countingARowAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long instant = at("2030-01-01T10:10");
        count(20_000, instant);
        long before = threads.getThreadAllocatedBytes(thread);
        count(100_000, instant);
        long perRow = (threads.getThreadAllocatedBytes(thread) - before) / 100_000;

        assertThat(perRow).isZero();
    }

    private void count(int rows, long instant) {
        for (int i = 0; i < rows; i++) {
            tallies.count(churn, ROW, i / 100_000.0, challenger, 0.5, instant);
        }
    }

    private List<ScoreTally> scores() {
        return out.stream().map(ScoreTally.class::cast).toList();
    }

    private static long hour(String time) {
        return at("2030-01-01T" + time) / ModelTallies.HOUR_MILLIS;
    }
}
