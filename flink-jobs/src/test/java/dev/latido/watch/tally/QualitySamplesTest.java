package dev.latido.watch.tally;

import static dev.latido.testing.Events.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latido.event.CustomerOutcome;
import dev.latido.event.CustomerOutcome.What;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.testing.WatchedArtifacts;
import dev.latido.watch.tally.WatchedArtifact.AwaitedOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualitySamplesTest {

    private static final long START = at("2030-01-01T06:00");

    private final WatchedArtifact churn = WatchedArtifacts.churn("1");
    private final List<LabelTally> known = new ArrayList<>();
    private QualitySamples samples = new QualitySamples();

    @Test
    void aScoreDidNotComeTrueWhenTheTimeIsOver() {
        evaluateDaily(0, 29, 0.25);
        assertThat(known).isEmpty();

        evaluateDaily(30, 30, 0.9);
        assertThat(known)
                .extracting(LabelTally::score, LabelTally::positive, LabelTally::dueDay)
                .containsExactly(tuple(250_000L, false, day(30)));
        assertThat(known.get(0).artifact().sha256())
                .isEqualTo(churn.id().sha256().substring(0, 16));

        evaluateDaily(31, 60, 0.1);
        assertThat(known).extracting(LabelTally::score).containsExactly(250_000L, 900_000L);
    }

    @Test
    void aScoreCameTrueWhenTheOutcomeComes() {
        evaluateDaily(0, 9, 0.8);
        happens(What.UPGRADE, false, 8);
        happens(What.CANCELLATION_NOTICE, true, 9);
        assertThat(known).isEmpty();

        happens(What.CANCELLATION_NOTICE, false, 10);
        assertThat(known)
                .extracting(LabelTally::score, LabelTally::positive, LabelTally::dueDay)
                .containsExactly(tuple(800_000L, true, day(30)));
    }

    @Test
    void theOutcomeCountsOnceAndBringsNoNewSampleBeforeTheTimeIsOver() {
        evaluateDaily(0, 9, 0.8);
        happens(What.CANCELLATION_NOTICE, false, 10);
        happens(What.CANCELLATION_WITHDRAWN, false, 11);
        evaluateDaily(11, 29, 0.7);
        happens(What.CANCELLATION_NOTICE, false, 29);
        assertThat(known).hasSize(1);

        evaluateDaily(30, 60, 0.1);
        assertThat(known).extracting(LabelTally::positive).containsExactly(true, false);
    }

    @Test
    void theOutcomeStillCountsAtTheVeryEnd() {
        evaluateDaily(0, 29, 0.8);
        samples.happened(outcome(What.CANCELLATION_NOTICE, false), START + 30 * QualitySample.DAY_MILLIS, known::add);

        assertThat(known).extracting(LabelTally::positive).containsExactly(true);
    }

    @Test
    void forWhoLeavesForAnotherReasonItDidNotComeTrue() {
        evaluateDaily(0, 9, 0.8);
        happens(What.CANCELLATION_NOTICE, true, 10);
        happens(What.CANCELLED, true, 10);
        happens(What.CANCELLED, true, 11);

        assertThat(known).extracting(LabelTally::positive, LabelTally::dueDay).containsExactly(tuple(false, day(30)));
    }

    @ParameterizedTest
    @CsvSource({
        "churn,CANCELLATION_NOTICE,false,true",
        "churn,CANCELLATION_NOTICE,true,true",
        "voluntary,CANCELLATION_NOTICE,false,true",
        "voluntary,CANCELLATION_NOTICE,true,false",
        "involuntary,CANCELLATION_NOTICE,false,false",
        "involuntary,CANCELLATION_NOTICE,true,true",
        "contraction,DOWNGRADE,false,true",
        "contraction,UPGRADE,false,false",
        "upgrade,UPGRADE,false,true",
        "upgrade,PAYMENT,false,false",
        "churn,CANCELLATION_WITHDRAWN,false,false",
        "other,CANCELLATION_NOTICE,false,false"
    })
    void everyLabelHasItsOutcome(String label, What what, boolean involuntary, boolean awaited) {
        samples.evaluated(
                new WatchedArtifact(churn.id(), churn.reference(), churn.cuts(), new AwaitedOutcome(label, 30)),
                0.5,
                true,
                START,
                known::add);
        happens(what, involuntary, 1);

        assertThat(known).hasSize(awaited ? 1 : 0).allMatch(LabelTally::positive);
    }

    @Test
    void whoIsNotEvaluatedWhenTheTimeIsOverIsNotCounted() {
        evaluateDaily(0, 5, 0.8);
        evaluateDaily(31, 31, 0.3);
        assertThat(known).isEmpty();

        evaluateDaily(32, 61, 0.1);
        assertThat(known).extracting(LabelTally::score).containsExactly(300_000L);
    }

    @Test
    void whoHasGivenNoticeIsNoSample() {
        samples.evaluated(churn, 0.8, false, START, known::add);
        evaluateDaily(1, 30, 0.2);
        assertThat(known).isEmpty();

        evaluateDaily(31, 31, 0.1);
        assertThat(known).extracting(LabelTally::score).containsExactly(200_000L);
    }

    @Test
    void aSampleBelongsToTheArtifactThatGaveIt() {
        evaluateDaily(0, 0, 0.8);
        samples.evaluated(WatchedArtifacts.churn("2"), 0.1, true, START + 30 * QualitySample.DAY_MILLIS, known::add);

        assertThat(known).extracting(tally -> tally.artifact().version()).containsExactly("1");
    }

    @Test
    void modelsWithoutAnOutcomeAreNotRemembered() {
        samples.evaluated(
                new WatchedArtifact(WatchedArtifacts.id("ltv", "1"), churn.reference(), null, null),
                7_000,
                true,
                START,
                known::add);
        samples.evaluated(churn, Double.NaN, true, START, known::add);

        assertThat(bytes()).containsExactly(0);
    }

    @Test
    void samplesSurviveTheirBytes() {
        evaluateDaily(0, 9, 0.8);
        restore();
        happens(What.CANCELLATION_NOTICE, false, 10);
        restore();
        happens(What.CANCELLATION_NOTICE, false, 11);
        evaluateDaily(30, 30, 0.1);
        restore();
        evaluateDaily(60, 60, 0.1);

        assertThat(known).extracting(LabelTally::positive).containsExactly(true, false);
    }

    @Test
    void aSampleIsSmall() {
        evaluateDaily(0, 0, 0.8);

        assertThat(bytes()).hasSizeLessThan(45);
    }

    @Test
    void thereAreAtMostEightOfThem() {
        for (int model = 0; model < 20; model++) {
            samples.evaluated(
                    new WatchedArtifact(
                            WatchedArtifacts.id("model" + model, "1"),
                            churn.reference(),
                            churn.cuts(),
                            churn.outcome()),
                    0.5,
                    true,
                    START,
                    known::add);
        }
        happens(What.CANCELLATION_NOTICE, false, 1);
        assertThat(known).hasSize(QualitySamples.MOST);

        evaluateDaily(31, 31, 0.4);
        happens(What.CANCELLATION_NOTICE, false, 32);
        assertThat(known).hasSize(QualitySamples.MOST + 1);
    }

    private void evaluateDaily(int firstDay, int lastDay, double score) {
        for (int day = firstDay; day <= lastDay; day++) {
            long at = START + day * QualitySample.DAY_MILLIS;
            samples.forgetOver(at);
            samples.evaluated(churn, score, true, at, known::add);
        }
    }

    /** An hour after the daily evaluation of that day. */
    private void happens(What what, boolean involuntary, int day) {
        samples.happened(outcome(what, involuntary), START + day * QualitySample.DAY_MILLIS + 3_600_000, known::add);
    }

    private static CustomerOutcome outcome(What what, boolean involuntary) {
        return new CustomerOutcome(1, CustomerOutcome.TYPE, "default", "acme", Instant.EPOCH, what, involuntary, 0);
    }

    private static long day(int days) {
        return START / QualitySample.DAY_MILLIS + days;
    }

    private byte[] bytes() {
        StateWriter out = new StateWriter(START);
        samples.write(out);
        return out.toBytes();
    }

    private void restore() {
        StateReader in = new StateReader(bytes(), 0);
        in.base(START);
        samples = QualitySamples.read(in);
        in.end();
    }
}
