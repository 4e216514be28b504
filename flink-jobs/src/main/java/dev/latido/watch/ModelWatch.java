package dev.latido.watch;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.watch.history.ArtifactHistories;
import dev.latido.watch.history.ArtifactHistory;
import dev.latido.watch.history.Comparison;
import dev.latido.watch.history.Drift;
import dev.latido.watch.history.Hours;
import dev.latido.watch.history.QualityHistory;
import dev.latido.watch.report.DriftFinding;
import dev.latido.watch.report.WatchReport;
import dev.latido.watch.tally.LabelTally;
import dev.latido.watch.tally.ModelTally;
import dev.latido.watch.tally.ScoreTally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Everything that is remembered of the scores of all models. At each hour of event time it looks for drift, at each day it
 * reports; both depend on the evaluations before that boundary only, not on when their tallies came. Mutable, owned by one
 * thread.
 */
final class ModelWatch {

    private static final int VERSION = 1;
    private static final long NONE = Long.MIN_VALUE;

    private final WatchConfig config;
    private final DriftFindings findings;
    private ArtifactHistories artifacts = new ArtifactHistories();
    private QualityHistory quality = new QualityHistory();
    private long passed = NONE;

    ModelWatch(WatchConfig config) {
        this.config = config;
        this.findings = new DriftFindings(config);
    }

    /** Adds what a subtask has counted. False: there are too many artifacts to remember this one. */
    boolean add(ModelTally tally) {
        if (tally instanceof LabelTally label) {
            quality.add(label);
            return true;
        }
        return tally instanceof ScoreTally scores && artifacts.add(scores);
    }

    /** Event time has come so far, and all tallies up to it have been added. False: no hour has ended. */
    boolean advance(long watermark, Consumer<WatchReport> out) {
        long until = Math.floorDiv(watermark + 1, Hours.MILLIS);
        boolean ended = passed < until;
        while (passed < until) {
            passed = nextBoundary(until);
            WatchReport report = pass(passed);
            if (!report.isEmpty()) {
                out.accept(report);
            }
        }
        return ended;
    }

    /** The next hour, or the first one at which there is something to look at. */
    private long nextBoundary(long until) {
        long first = Math.min(
                artifacts.firstHour().orElse(until),
                quality.firstDay().stream()
                        .map(day -> day * Hours.PER_DAY)
                        .findFirst()
                        .orElse(until));
        return Math.min(until, Math.max(passed + 1, first + 1));
    }

    private WatchReport pass(long boundary) {
        Instant at = Instant.ofEpochMilli(boundary * Hours.MILLIS);
        artifacts.forget(boundary);
        quality.forget(Hours.day(boundary));
        List<DriftFinding> changes = changes(boundary, at);
        artifacts.removeEmpty();
        if (!Hours.startsDay(boundary)) {
            return new WatchReport(at, changes, List.of(), List.of(), List.of());
        }
        WatchFigures daily = figures(boundary);
        return new WatchReport(
                at,
                changes,
                daily.drifts().stream()
                        .filter(drift -> drift.day().rows() > 0)
                        .map(drift -> DailyReports.of(drift, at))
                        .toList(),
                daily.comparisons().stream()
                        .map(comparison -> DailyReports.of(comparison, at))
                        .toList(),
                daily.qualities().stream()
                        .map(figures -> DailyReports.of(figures, at))
                        .toList());
    }

    private List<DriftFinding> changes(long boundary, Instant at) {
        Collection<ArtifactHistory> active = artifacts.active(boundary);
        List<DriftFinding> changes = new ArrayList<>();
        for (ArtifactHistory artifact : artifacts.all()) {
            changes.addAll(
                    active.contains(artifact)
                            ? findings.changes(artifact, artifact.drift(boundary, config.leastRows()), at)
                            : findings.withdrawn(artifact, at));
        }
        return changes;
    }

    /** How models stood at the boundary that was passed last. */
    WatchFigures figures() {
        return passed == NONE ? new WatchFigures(List.of(), List.of(), List.of()) : figures(passed);
    }

    private WatchFigures figures(long boundary) {
        List<Drift> drifts = new ArrayList<>();
        List<Comparison> comparisons = new ArrayList<>();
        for (ArtifactHistory artifact : artifacts.active(boundary)) {
            drifts.add(artifact.drift(boundary, config.leastRows()));
            artifact.comparison(Hours.day(boundary)).ifPresent(comparisons::add);
        }
        return new WatchFigures(drifts, comparisons, quality.qualities(Hours.day(boundary), config.leastRows()));
    }

    byte[] toBytes() {
        StateWriter out = new StateWriter(0);
        out.number(VERSION).signed(passed);
        artifacts.write(out);
        quality.write(out);
        return out.toBytes();
    }

    /** Reads what {@link #toBytes} wrote; other bytes are refused with an {@link IllegalStateException}. */
    static ModelWatch of(WatchConfig config, byte[] bytes) {
        StateReader in = new StateReader(bytes, 0);
        long version = in.number();
        if (version != VERSION) {
            throw new IllegalStateException("The state of the watch over models has version " + version
                    + "; this program reads version " + VERSION + ".");
        }
        ModelWatch read = new ModelWatch(config);
        read.passed = in.signed();
        read.artifacts = ArtifactHistories.read(in);
        read.quality = QualityHistory.read(in);
        in.end();
        return read;
    }
}
