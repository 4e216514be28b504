package dev.latido.watch;

import dev.latido.testing.Events;
import dev.latido.watch.report.ComparisonReport;
import dev.latido.watch.report.DriftFinding;
import dev.latido.watch.report.DriftReport;
import dev.latido.watch.report.QualityReport;
import dev.latido.watch.report.WatchReport;
import dev.latido.watch.tally.LabelTally;
import dev.latido.watch.tally.ModelTallies;
import dev.latido.watch.tally.WatchedArtifact;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Days on which an artifact scores rows, evenly over the day, and what the watch says of them. */
final class ScoredDays {

    static final long DAY = 86_400_000;
    static final long FIRST = Events.at("2030-01-01T00:00");

    private final SplittableRandom random = new SplittableRandom(42);
    private final WatchConfig config;
    private final List<WatchReport> reports = new ArrayList<>();
    private ModelWatch watch;
    private ModelTallies tallies;
    private @Nullable WatchedArtifact shadow;
    private DoubleUnaryOperator shadowScore = score -> score;
    private int dropped;

    ScoredDays(WatchConfig config) {
        this.config = config;
        watch = new ModelWatch(config);
        tallies = tallies();
    }

    private ModelTallies tallies() {
        return new ModelTallies(tally -> dropped += watch.add(tally) ? 0 : 1);
    }

    /** Lets another artifact score in the shadow from now on; null for none. */
    ScoredDays shadow(@Nullable WatchedArtifact challenger, DoubleUnaryOperator scoreOfActive) {
        shadow = challenger;
        shadowScore = scoreOfActive;
        return this;
    }

    /**
     * Scores rows of even features from 0 to 1.
     *
     * @param fromDay days since the first one
     * @param changed of the first feature
     */
    ScoredDays score(
            WatchedArtifact artifact, double fromDay, double untilDay, int perDay, DoubleUnaryOperator changed) {
        long step = DAY / perDay;
        for (long at = instant(fromDay); at < instant(untilDay); at += step) {
            float[] row = new float[Math.max(2, artifact.reference().features().size())];
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) random.nextDouble();
            }
            row[0] = (float) changed.applyAsDouble(row[0]);
            double score = random.nextDouble();
            advance(at - 1);
            if (shadow == null) {
                tallies.count(artifact, row, score, at);
            } else {
                tallies.count(artifact, row, score, shadow, shadowScore.applyAsDouble(score), at);
            }
        }
        return this;
    }

    ScoredDays score(WatchedArtifact artifact, double fromDay, double untilDay, int perDay) {
        return score(artifact, fromDay, untilDay, perDay, value -> value);
    }

    ScoredDays label(LabelTally label) {
        watch.add(label);
        return this;
    }

    /** Everything before the day has happened. */
    ScoredDays until(double day) {
        advance(instant(day) - 1);
        return this;
    }

    private void advance(long watermark) {
        tallies.passed(watermark);
        watch.advance(watermark, reports::add);
    }

    /** A checkpoint, and a restart from it. */
    ScoredDays restart() {
        tallies.flush();
        watch = ModelWatch.of(config, watch.toBytes());
        tallies = tallies();
        return this;
    }

    static long instant(double day) {
        return FIRST + Math.round(day * DAY);
    }

    WatchFigures figures() {
        return watch.figures();
    }

    int stateSize() {
        return watch.toBytes().length;
    }

    int dropped() {
        return dropped;
    }

    List<WatchReport> reports() {
        return reports;
    }

    List<DriftFinding> findings() {
        return reports.stream().flatMap(report -> report.findings().stream()).toList();
    }

    List<DriftReport> drifts() {
        return reports.stream().flatMap(report -> report.drifts().stream()).toList();
    }

    List<ComparisonReport> comparisons() {
        return reports.stream().flatMap(report -> report.comparisons().stream()).toList();
    }

    List<QualityReport> qualities() {
        return reports.stream().flatMap(report -> report.qualities().stream()).toList();
    }
}
