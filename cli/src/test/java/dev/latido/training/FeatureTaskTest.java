package dev.latido.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.latido.backtest.Departure;
import dev.latido.backtest.Truth;
import dev.latido.model.training.TrainingRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureTaskTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void rowsWhoseHorizonIsNotOverAreLeftOutAlsoWhereItIsKnownWhatCameOfThem() throws Exception {
        FeatureTask task = FeatureTask.of(question(sixtyDays(), Optional.empty(), Target.CHURN));

        // The data ends on day 59; a's notice of day 50.5 comes after all rows up to day 49, of which those up to 29
        // count.
        assertThat(times(task.rows(), "default/a")).isEqualTo(days(0, 49));
        assertThat(task.open()).isEqualTo(10 + 1);
        assertThat(task.left()).isZero();
        assertThat(labelled(task.rows(), "default/a")).isEqualTo(days(41, 49));
        assertThat(labelled(task.rows(), "default/b")).isEmpty();
    }

    @Test
    void rowsAfterNoticeAreLeftOut() throws Exception {
        FeatureTask task = FeatureTask.of(question(
                sixtyDays().row("a", 52, "{\"x\":1}").row("a", 55, "{\"x\":1}"), Optional.empty(), Target.CHURN));

        assertThat(task.left()).isEqualTo(2);
    }

    @Test
    void aTruthSaysWhoLeft() throws Exception {
        Truth truth = new Truth(List.of(
                new Departure(Optional.empty(), "b", Recorded.at(30), Optional.of("unpaid")),
                new Departure(Optional.empty(), "a", Recorded.at(58), Optional.of("price"))));

        FeatureTask churn = FeatureTask.of(question(sixtyDays(), Optional.of(truth), Target.CHURN));
        FeatureTask voluntary = FeatureTask.of(question(sixtyDays(), Optional.of(truth), Target.VOLUNTARY));
        FeatureTask involuntary = FeatureTask.of(question(sixtyDays(), Optional.of(truth), Target.INVOLUNTARY));

        assertThat(labelled(churn.rows(), "default/b")).isEqualTo(days(20, 29));
        // The notice of day 50.5 says when a left.
        assertThat(labelled(churn.rows(), "default/a")).isEqualTo(days(41, 49));
        assertThat(labelled(voluntary.rows(), "default/a")).isEqualTo(days(41, 49));
        assertThat(labelled(voluntary.rows(), "default/b")).isEmpty();
        assertThat(labelled(involuntary.rows(), "default/b")).isEqualTo(days(20, 29));
        assertThat(labelled(involuntary.rows(), "default/a")).isEmpty();
    }

    @Test
    void aTruthWithoutCausesCannotTellWaysOfLeavingApart() {
        Truth truth = new Truth(List.of(new Departure(Optional.empty(), "a", Recorded.at(58), Optional.empty())));

        assertThatExceptionOfType(UnusableFeaturesException.class)
                .isThrownBy(() -> FeatureTask.of(question(sixtyDays(), Optional.of(truth), Target.INVOLUNTARY)))
                .withMessage(
                        "The truth file has no column cause, so that it does not say who left involuntary; it can say who"
                                + " left at all, with --target churn.");
    }

    @Test
    void revenueIsWhatIsPaidLessWhatIsGivenBackAsIfForAYear() throws Exception {
        Recorded recorded = sixtyDays()
                .outcome("b", 5.5, "payment", false, 10_000)
                .outcome("b", 9, "refund", false, 4_000)
                .outcome("b", 40, "refund", false, 4_000);

        TrainingRows rows = FeatureTask.of(question(recorded, Optional.empty(), Target.REVENUE))
                .rows();

        assertThat(label(rows, "default/b", 0)).isCloseTo(60 * 365 / 10f, within(0.01f));
        assertThat(label(rows, "default/b", 6)).isZero();
        assertThat(label(rows, "default/b", 30)).isZero();
        assertThat(label(rows, "default/b", 50 - 1)).isZero();
    }

    @Test
    void feedbackSpeaksWhereTheOutcomeDoesNot() throws Exception {
        Path feedback = Files.writeString(
                directory.resolve("feedback.csv"),
                "customer,at,label\nb,2025-01-06T00:00:00Z,at-risk\nb,2025-01-03T00:00:00Z,not-at-risk\n"
                        + "b,2025-02-15T00:00:00Z,at-risk\nnobody,2025-01-06T00:00:00Z,at-risk\n");

        FeatureTask task = FeatureTask.of(new FeatureTask.Question(
                List.of(file(sixtyDays())),
                Optional.empty(),
                Target.CHURN,
                Duration.ofDays(10),
                1,
                Optional.empty(),
                Optional.of(feedback)));

        // At 00:00 of January 6 the latest row is that of January 5, 06:00; February 15 is for judging.
        assertThat(task.changed()).isEqualTo(1);
        assertThat(labelled(task.rows(), "default/b")).isEqualTo(days(4, 4));
    }

    @Test
    void feedbackThatCannotBeReadIsNamedByItsLine() throws Exception {
        Path feedback = Files.writeString(
                directory.resolve("feedback.csv"), "customer,at,label\nb,2025-01-06T00:00:00Z,maybe\n");

        assertThatExceptionOfType(UnusableFeaturesException.class)
                .isThrownBy(() -> Feedback.read(feedback))
                .withMessage("Line 2 of " + feedback
                        + " has the label \"maybe\", which is neither at-risk nor not-at-risk.");
    }

    @Test
    void dataThatEndsTooSoonIsRefused() {
        Recorded recorded = new Recorded().row("a", 0, "{\"x\":1}").row("a", 5, "{\"x\":1}");

        assertThatExceptionOfType(UnusableFeaturesException.class)
                .isThrownBy(() -> FeatureTask.of(question(recorded, Optional.empty(), Target.CHURN)))
                .withMessage(
                        "Of no row it is known what came of it within 10 days: the data ends at 2025-01-06T06:00:00Z.");
    }

    /** Two customers with a row a day; a gives notice on day 50.5. */
    private static Recorded sixtyDays() {
        Recorded recorded = new Recorded();
        for (int day = 0; day < 60; day++) {
            recorded.row("b", day, "{\"x\":" + day + "}");
            if (day <= 50) {
                recorded.row("a", day, "{\"x\":" + day + "}");
            }
        }
        return recorded.outcome("a", 50.5, "cancellation-notice");
    }

    private FeatureTask.Question question(Recorded recorded, Optional<Truth> truth, Target target) throws IOException {
        return new FeatureTask.Question(
                List.of(file(recorded)), truth, target, Duration.ofDays(10), 1, Optional.empty(), Optional.empty());
    }

    private Path file(Recorded recorded) throws IOException {
        return recorded.writeTo(directory.resolve("features.jsonl"));
    }

    private static List<Integer> days(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    private static List<Integer> times(TrainingRows rows, String subject) {
        return IntStream.range(0, rows.count())
                .filter(row -> rows.row(row).subject().equals(subject))
                .mapToObj(row -> day(rows, row))
                .toList();
    }

    private static List<Integer> labelled(TrainingRows rows, String subject) {
        return IntStream.range(0, rows.count())
                .filter(row -> rows.row(row).subject().equals(subject) && rows.label(row) > 0)
                .mapToObj(row -> day(rows, row))
                .toList();
    }

    private static float label(TrainingRows rows, String subject, int day) {
        return (float) IntStream.range(0, rows.count())
                .filter(row -> rows.row(row).subject().equals(subject) && day(rows, row) == day)
                .mapToDouble(rows::label)
                .findFirst()
                .orElseThrow();
    }

    private static int day(TrainingRows rows, int row) {
        return (int) ((rows.row(row).at() - Recorded.START.toEpochMilli()) / 86_400_000L);
    }
}
