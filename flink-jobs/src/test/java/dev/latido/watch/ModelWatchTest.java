package dev.latido.watch;

import static dev.latido.watch.ScoredDays.instant;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.latido.testing.WatchedArtifacts;
import dev.latido.watch.report.BinShare;
import dev.latido.watch.report.ComparisonReport;
import dev.latido.watch.report.DriftFinding;
import dev.latido.watch.report.DriftReport;
import dev.latido.watch.report.FeatureDrift;
import dev.latido.watch.report.QualityReport;
import dev.latido.watch.report.ReportedArtifact;
import dev.latido.watch.tally.ArtifactId;
import dev.latido.watch.tally.LabelTally;
import dev.latido.watch.tally.ReferenceBins;
import dev.latido.watch.tally.WatchedArtifact;
import dev.latido.watch.tally.WatchedArtifact.AwaitedOutcome;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelWatchTest {

    private static final WatchConfig CONFIG = new WatchConfig(0.25, 0.2, 200);
    private final WatchedArtifact churn = WatchedArtifacts.churn("1");
    private final WatchedArtifact next = WatchedArtifacts.churn("2");
    private final ScoredDays days = new ScoredDays(CONFIG);

    @Test
    void whereNothingDriftsNothingIsFound() {
        days.score(churn, 0, 60, 300).until(60);

        assertThat(days.findings()).isEmpty();
        assertThat(days.drifts()).hasSize(60).allSatisfy(report -> {
            assertThat(report.psiDay()).isLessThan(0.15);
            assertThat(report.psiWeek()).isLessThan(0.15);
        });
    }

    @Test
    void aDriftThatIsThereIsFoundOnceAndResolvedOnce() {
        days.score(churn, 0, 10, 300)
                .score(churn, 10, 20, 300, ModelWatchTest::smaller)
                .score(churn, 20, 40, 300)
                .until(40);

        assertThat(days.findings())
                .extracting(DriftFinding::status, DriftFinding::feature, DriftFinding::version)
                .containsExactly(tuple("open", "sessions7", "1"), tuple("resolved", "sessions7", "1"));
        assertThat(days.findings().get(0).at()).isBetween(time(10.2), time(11));
        assertThat(days.findings().get(0).window()).isEqualTo("day");
        // the week has to forget most of it too
        assertThat(days.findings().get(1).at()).isBetween(time(23), time(27));
    }

    @Test
    void aFindingTellsWhy() {
        days.score(churn, 0, 1, 1_000, value -> value < 0.5 ? 0.05 : Double.NaN).until(1);

        DriftFinding finding = days.findings().get(0);
        assertThat(finding.feature()).isEqualTo("sessions7");
        assertThat(finding.psi()).isGreaterThan(3);
        assertThat(finding.bins()).hasSize(3);
        assertThat(finding.bins()).extracting(BinShare::missing).contains(true);
        BinShare lowest = finding.bins().stream()
                .filter(bin -> !bin.missing())
                .findFirst()
                .orElseThrow();
        assertThat(lowest.above()).isNull();
        assertThat(lowest.upTo()).isEqualTo(0.1);
        assertThat(lowest.then()).isEqualTo(0.1);
        assertThat(lowest.now()).isEqualTo(0.5, within(0.1));
        assertThat(finding.message())
                .startsWith("The PSI of sessions7 over the last day is " + finding.psi() + ", above 0.25 (")
                .contains("missing: 0.0 % in training, ")
                .contains("up to 0.1: 10.0 % in training, ")
                .contains(" % now; ")
                .endsWith(" % now.");
    }

    @Test
    void betweenBothBoundsNothingChanges() {
        DoubleUnaryOperator between = shift(0.235);
        days.score(churn, 0, 10, 2_000, between).until(10);
        assertThat(days.drifts())
                .allSatisfy(report -> assertThat(ofSessions(report)).isBetween(0.2, 0.25));
        assertThat(days.findings()).isEmpty();

        days.score(churn, 10, 11, 2_000, ModelWatchTest::smaller).until(11);
        days.score(churn, 11, 30, 2_000, between).until(30);
        assertThat(days.drifts().get(29))
                .satisfies(report -> assertThat(ofSessions(report)).isBetween(0.2, 0.25));
        assertThat(days.findings()).extracting(DriftFinding::status).containsExactly("open");
    }

    @Test
    void ofFewRowsNothingIsFound() {
        days.score(churn, 0, 7, 28, ModelWatchTest::smaller).until(7);
        assertThat(days.findings()).isEmpty();
        assertThat(days.drifts()).extracting(DriftReport::psiWeek).containsOnlyNulls();

        days.score(churn, 7, 12, 60, ModelWatchTest::smaller).until(12);
        assertThat(days.findings()).extracting(DriftFinding::window).containsExactly("week");
        assertThat(days.drifts()).extracting(DriftReport::psiDay).containsOnlyNulls();
    }

    @Test
    void windowsSlideByTheHour() {
        days.score(churn, 0, 10, 240).until(10 + 1.0 / 24);
        assertThat(days.figures().drifts().get(0).day().rows()).isEqualTo(230);
        assertThat(days.figures().drifts().get(0).week().rows()).isEqualTo(7 * 240 - 10);

        days.until(11.5);
        assertThat(days.figures().drifts().get(0).day().rows()).isZero();
        assertThat(days.figures().drifts().get(0).week().rows()).isEqualTo(7 * 240 - 360);
    }

    @Test
    void anHourThatHasNotEndedIsNotLookedAt() {
        days.score(churn, 0, 0.99, 240).until(0.99);

        assertThat(days.figures().drifts().get(0).day().rows()).isEqualTo(230);
    }

    @Test
    void aDayIsReportedWithTheTenFeaturesThatDriftedMost() {
        WatchedArtifact wide = new WatchedArtifact(
                churn.id(),
                WatchedArtifacts.evenly(
                        IntStream.range(0, 12).mapToObj(i -> "f" + i).toArray(String[]::new)),
                churn.cuts(),
                churn.outcome());
        days.score(wide, 0, 1, 500, ModelWatchTest::smaller).until(1.5);

        assertThat(days.drifts()).hasSize(1);
        DriftReport report = days.drifts().get(0);
        assertThat(report.at()).isEqualTo(time(1));
        assertThat(report.rowsDay()).isEqualTo(500);
        assertThat(report.features()).hasSize(10);
        assertThat(report.features().get(0).feature()).isEqualTo("f0");
        assertThat(report.features())
                .extracting(FeatureDrift::day)
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void withoutAReferenceOnlyRowsAreCounted() {
        WatchedArtifact bare = new WatchedArtifact(churn.id(), ReferenceBins.unknownProbability(), churn.cuts(), null);
        days.score(bare, 0, 1, 500, ModelWatchTest::smaller).until(1);

        assertThat(days.findings()).isEmpty();
        assertThat(days.drifts())
                .extracting(
                        DriftReport::rowsDay,
                        DriftReport::psiDay,
                        report -> report.features().size())
                .containsExactly(tuple(500L, null, 0));
    }

    @Test
    void eachArtifactHasRowsOfItsOwn() {
        days.score(churn, 0, 2.5, 480, ModelWatchTest::smaller)
                .score(next, 2.5, 4, 480)
                .until(4);

        assertThat(days.drifts())
                .extracting(DriftReport::version, DriftReport::rowsDay, DriftReport::rowsWeek)
                .containsExactly(
                        tuple("1", 480L, 480L), tuple("1", 480L, 960L), tuple("2", 240L, 240L), tuple("2", 480L, 720L));
        assertThat(days.findings())
                .extracting(DriftFinding::status, DriftFinding::version, DriftFinding::message)
                .satisfiesExactly(
                        opened -> assertThat(opened.toList()).startsWith("open", "1"),
                        resolved -> assertThat(resolved.toList())
                                .containsExactly("resolved", "1", "Version 1 of churn no longer scores."));
        assertThat(days.findings().get(1).at()).isEqualTo(time(2.5 + 1.0 / 24));
    }

    @Test
    void goingBackToTheEarlierArtifactGoesOnWithItsRows() {
        days.score(churn, 0, 1, 480)
                .score(next, 1, 2, 480)
                .score(churn, 2, 3, 480)
                .until(3);

        assertThat(days.drifts())
                .extracting(DriftReport::version, DriftReport::rowsDay, DriftReport::rowsWeek)
                .containsExactly(tuple("1", 480L, 480L), tuple("2", 480L, 480L), tuple("1", 480L, 960L));
    }

    @Test
    void aModelThatIsWithdrawnIsForgottenAfterAWeek() {
        days.score(churn, 0, 2, 480, ModelWatchTest::smaller).until(3);
        int withRows = days.stateSize();
        days.until(20);

        assertThat(days.findings()).extracting(DriftFinding::status).containsExactly("open", "resolved");
        assertThat(days.drifts()).hasSize(2);
        assertThat(days.figures().drifts()).isEmpty();
        assertThat(days.stateSize()).isLessThan(20).isLessThan(withRows);
    }

    @Test
    void aChallengerIsComparedSinceItBegan() {
        days.score(churn, 0, 1, 480);
        days.shadow(next, score -> score).score(churn, 1, 3, 480);
        days.shadow(next, score -> 1 - score).score(churn, 3, 12, 480).until(12);

        assertThat(days.comparisons()).hasSize(11);
        ComparisonReport alike = days.comparisons().get(1);
        assertThat(alike.active().version()).isEqualTo("1");
        assertThat(alike.shadow()).isEqualTo(new ReportedArtifact("2", next.id().sha256()));
        assertThat(alike.rows()).isEqualTo(960);
        assertThat(alike.psi()).isZero();
        assertThat(alike.agreement()).isEqualTo(1);
        assertThat(alike.rankCorrelation()).isEqualTo(1);
        assertThat(alike.crossing()).isZero();
        assertThat(alike.since()).isEqualTo(time(1));
        assertThat(alike.at()).isEqualTo(time(3));

        ComparisonReport reversed = days.comparisons().get(10);
        assertThat(reversed.rows()).isEqualTo(11 * 480);
        assertThat(reversed.lastWeek().rows()).isEqualTo(7 * 480);
        assertThat(reversed.lastWeek().rankCorrelation()).isEqualTo(-1, within(0.001));
        assertThat(reversed.rankCorrelation()).isEqualTo(-7.0 / 11, within(0.02));
        // above 0.7 or below 0.3
        assertThat(reversed.lastWeek().crossing()).isEqualTo(0.6, within(0.03));
        assertThat(reversed.since()).isEqualTo(time(1));
    }

    @Test
    void aChallengerThatIsTakenBackIsReportedNoMore() {
        days.shadow(next, score -> score).score(churn, 0, 2.5, 480);
        days.shadow(null, score -> score).score(churn, 2.5, 5, 480).until(5);

        assertThat(days.comparisons()).extracting(ComparisonReport::rows).containsExactly(480L, 960L, 1_200L);
        assertThat(days.figures().comparisons()).isEmpty();
    }

    @Test
    void anotherChallengerBeginsAnew() {
        WatchedArtifact third = WatchedArtifacts.churn("3");
        days.shadow(next, score -> score).score(churn, 0, 2.5, 480);
        days.shadow(third, score -> score).score(churn, 2.5, 4, 480).until(4);

        assertThat(days.comparisons())
                .extracting(report -> report.shadow().version(), ComparisonReport::rows, ComparisonReport::since)
                .containsExactly(
                        tuple("2", 480L, time(0)),
                        tuple("2", 960L, time(0)),
                        tuple("3", 240L, time(2.5)),
                        tuple("3", 720L, time(2.5)));
    }

    @Test
    void qualityIsReportedOnceADay() {
        ArtifactId shortened = new ArtifactId("churn", "1", churn.id().sha256().substring(0, 16));
        long day = Math.floorDiv(instant(0), ScoredDays.DAY);
        for (int i = 0; i < 300; i++) {
            boolean came = i % 3 == 0;
            days.label(new LabelTally(
                    shortened, new AwaitedOutcome("voluntary", 30), day, came ? 600_000 : 200_000, came));
        }
        days.until(2);

        assertThat(days.qualities()).hasSize(2);
        QualityReport report = days.qualities().get(0);
        assertThat(report.at()).isEqualTo(time(1));
        assertThat(report.sha256Prefix()).isEqualTo(shortened.sha256());
        assertThat(report.label()).isEqualTo("voluntary");
        assertThat(report.horizonDays()).isEqualTo(30);
        assertThat(report.rows()).isEqualTo(300);
        assertThat(report.positives()).isEqualTo(100);
        assertThat(report.auc()).isEqualTo(1);
        assertThat(report.calibrationError()).isEqualTo((2 * 0.2 + 0.4) / 3, within(1e-6));
    }

    @Test
    void restartsChangeNothing() {
        List<ScoredDays> runs = List.of(new ScoredDays(CONFIG), new ScoredDays(CONFIG));
        for (ScoredDays run : runs) {
            boolean restarted = run == runs.get(1);
            run.shadow(next, score -> score * score);
            for (double from = 0; from < 20; from += 0.37) {
                run.score(
                        churn,
                        from,
                        from + 0.37,
                        480,
                        from > 8 && from < 10 ? ModelWatchTest::smaller : value -> value);
                if (restarted) {
                    run.restart();
                }
            }
            run.until(40);
        }

        assertThat(runs.get(0).findings()).isNotEmpty();
        assertThat(runs.get(0).comparisons()).hasSizeGreaterThan(15);
        assertThat(runs.get(1).reports()).isEqualTo(runs.get(0).reports());
    }

    @Test
    void figuresAreThereAgainAfterARestart() {
        days.shadow(next, score -> score)
                .score(churn, 0, 3.3, 480, ModelWatchTest::smaller)
                .until(3.3);
        WatchFigures before = days.figures();

        assertThat(before.comparisons()).hasSize(1);
        assertThat(days.restart().figures()).isEqualTo(before);
    }

    @Test
    void yearsWithoutScoresAreSkipped() {
        days.score(churn, 0, 1, 480).until(36_500);
        days.score(churn, 36_500, 36_501, 480).until(36_501);

        assertThat(days.drifts()).extracting(DriftReport::at).containsExactly(time(1), time(36_501));
    }

    @Test
    void anArtifactTooManyTakesThePlaceOfTheOneThatHasNotScoredForLongest() {
        for (int i = 0; i < 40; i++) {
            days.score(WatchedArtifacts.churn("v" + i), i / 24.0, (i + 1) / 24.0, 240);
        }
        days.until(2);

        assertThat(days.dropped()).isZero();
        assertThat(days.drifts()).extracting(DriftReport::version).containsExactly("v23", "v39");
    }

    @Test
    void challengersTooManyAreNotCompared() {
        for (int i = 0; i < 40; i++) {
            days.shadow(WatchedArtifacts.churn("s" + i), score -> score);
            days.score(churn, i / 48.0, (i + 1) / 48.0, 240);
        }
        days.until(1);

        assertThat(days.dropped()).isPositive();
        assertThat(days.comparisons()).hasSize(1);
    }

    @Test
    void aWeekOfThirtyFeaturesIsSmall() {
        WatchedArtifact wide = new WatchedArtifact(
                churn.id(),
                WatchedArtifacts.evenly(
                        IntStream.range(0, 30).mapToObj(i -> "f" + i).toArray(String[]::new)),
                churn.cuts(),
                churn.outcome());
        days.shadow(next, score -> score).score(wide, 0, 8, 24_000).until(8);

        assertThat(days.stateSize()).isLessThan(160 * 1024);
    }

    @Test
    void stateOfAnotherVersionIsRefused() {
        assertThatThrownBy(() -> ModelWatch.of(CONFIG, new byte[] {9, 0, 0}))
                .hasMessage("The state of the watch over models has version 9; this program reads version 1.");
    }

    private static double smaller(double value) {
        return value * value * value;
    }

    /** Moves so many values to the lowest bin that the index is as given; evenly, so that chance has no part in it. */
    private static DoubleUnaryOperator shift(double index) {
        double moved = 0;
        while (indexWhenMoved(moved) < index) {
            moved += 0.0001;
        }
        double part = moved;
        AtomicInteger rows = new AtomicInteger();
        return value -> {
            int row = rows.incrementAndGet();
            return row * Math.sqrt(2) % 1 < part ? 0.05 : row * (Math.sqrt(5) - 1) / 2 % 1;
        };
    }

    private static double indexWhenMoved(double part) {
        double lowest = 0.1 + 0.9 * part;
        double other = 0.1 * (1 - part);
        return (lowest - 0.1) * Math.log(lowest / 0.1) + 9 * (other - 0.1) * Math.log(other / 0.1);
    }

    private static double ofSessions(DriftReport report) {
        return requireNonNull(report.features().stream()
                .filter(feature -> feature.feature().equals("sessions7"))
                .findFirst()
                .orElseThrow()
                .week());
    }

    private static Instant time(double day) {
        return Instant.ofEpochMilli(instant(day));
    }
}
