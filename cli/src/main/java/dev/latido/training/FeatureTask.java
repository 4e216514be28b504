package dev.latido.training;

import dev.latido.backtest.CustomerId;
import dev.latido.backtest.Truth;
import dev.latido.model.artifact.Label;
import dev.latido.model.training.Parts;
import dev.latido.model.training.TimeSplit;
import dev.latido.model.training.TrainingRows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recorded features to learn from, and what came of them.
 *
 * @param label what is predicted
 * @param rows all of which it is known what came of them
 * @param parts which are for what
 * @param recorded how many rows the files have
 * @param left rows that were left out because the customer had already said to leave
 * @param open rows that were left out because their horizon is not over
 * @param changed labels that feedback changed
 */
public record FeatureTask(Label label, TrainingRows rows, Parts parts, long recorded, int left, int open, int changed) {

    /**
     * What is to be learned from which files.
     *
     * @param truth who left, and when; empty to go by what was recorded
     * @param every days of a customer of which one row is kept
     * @param testFrom when the rows to judge by begin, if not in the last third or so
     */
    public record Question(
            List<Path> features,
            Optional<Truth> truth,
            Target target,
            Duration horizon,
            int every,
            Optional<Instant> testFrom,
            Optional<Path> feedback) {}

    /** Reads the files, labels the rows, and puts them apart by time. */
    public static FeatureTask of(Question question) {
        FeatureHistory history = FeatureFiles.read(question.features(), new Thinning(question.every()));
        Map<CustomerId, Course> courses = question.truth()
                .map(truth -> Courses.told(history, truth, question.target()))
                .orElseGet(() -> Courses.recorded(history, question.target()));
        LabelledRows labelled = LabelledRows.of(history, courses, question.target(), question.horizon());
        TrainingRows rows = labelled.rows();
        if (rows.count() == 0) {
            throw new UnusableFeaturesException("Of no row it is known what came of it within "
                    + question.horizon().toDays() + " days: the data ends at " + history.end() + ".");
        }
        TimeSplit split = TimeSplit.of(
                Instant.ofEpochMilli(rows.row(0).at()),
                Instant.ofEpochMilli(rows.row(rows.count() - 1).at()),
                question.horizon(),
                question.testFrom());
        int changed = question.feedback()
                .map(file -> FeedbackJoin.join(rows, Feedback.read(file), question.horizon(), split.learnedTo()))
                .orElse(0);
        return new FeatureTask(
                label(question), rows, split.parts(rows), history.rows(), labelled.left(), labelled.open(), changed);
    }

    /** What a model predicts that answers the question. */
    public static Label label(Question question) {
        int days = (int) question.horizon().toDays();
        return question.target() == Target.REVENUE
                ? new Label(question.target().text(), days, null, "currency units in 12 months")
                : Label.within(question.target().text(), days);
    }
}
