package dev.latido.watch;

import dev.latido.watch.history.Agreement;
import dev.latido.watch.history.Comparison;
import dev.latido.watch.history.Drift;
import dev.latido.watch.history.Quality;
import dev.latido.watch.report.CalibrationGroup;
import dev.latido.watch.report.ComparisonReport;
import dev.latido.watch.report.DriftReport;
import dev.latido.watch.report.FeatureDrift;
import dev.latido.watch.report.QualityReport;
import dev.latido.watch.report.ReportedArtifact;
import dev.latido.watch.report.WatchReport;
import dev.latido.watch.report.WeekComparison;
import dev.latido.watch.tally.ArtifactId;
import dev.latido.watch.tally.ReferenceVariable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Figures of models as records that are published once a day. */
final class DailyReports {

    private static final int WORST_FEATURES = 10;

    private DailyReports() {}

    static DriftReport of(Drift drift, Instant at) {
        int score = drift.reference().features().size();
        return new DriftReport(
                WatchReport.SCHEMA_VERSION,
                DriftReport.TYPE,
                drift.artifact().model(),
                drift.artifact().version(),
                drift.artifact().sha256(),
                drift.day().rows(),
                drift.week().rows(),
                Rounded.known(drift.day().psi().get(score)),
                Rounded.known(drift.week().psi().get(score)),
                worst(drift),
                at);
    }

    /** By the higher index of both windows; equal ones stay in the model's order. */
    private static List<FeatureDrift> worst(Drift drift) {
        List<ReferenceVariable> features = drift.reference().features();
        return IntStream.range(0, features.size())
                .filter(i -> worse(drift, i) >= 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -worse(drift, i)))
                .limit(WORST_FEATURES)
                .map(i -> new FeatureDrift(
                        features.get(i).name(),
                        Rounded.known(drift.day().psi().get(i)),
                        Rounded.known(drift.week().psi().get(i))))
                .toList();
    }

    /** Below zero where neither is known. */
    private static double worse(Drift drift, int variable) {
        return Math.max(
                orBelowZero(drift.day().psi().get(variable)),
                orBelowZero(drift.week().psi().get(variable)));
    }

    private static double orBelowZero(double psi) {
        return Double.isNaN(psi) ? -1 : psi;
    }

    static ComparisonReport of(Comparison comparison, Instant at) {
        Agreement all = comparison.all();
        return new ComparisonReport(
                WatchReport.SCHEMA_VERSION,
                ComparisonReport.TYPE,
                comparison.active().model(),
                named(comparison.active()),
                named(comparison.shadow()),
                all.rows(),
                Rounded.known(all.psi()),
                Rounded.known(all.agreement()),
                Rounded.known(all.rankCorrelation()),
                Rounded.known(all.crossing()),
                Rounded.known(all.raised()),
                Instant.ofEpochMilli(comparison.since()),
                week(comparison.week()),
                at);
    }

    private static WeekComparison week(Agreement week) {
        return new WeekComparison(
                week.rows(),
                Rounded.known(week.psi()),
                Rounded.known(week.agreement()),
                Rounded.known(week.rankCorrelation()),
                Rounded.known(week.crossing()));
    }

    private static ReportedArtifact named(ArtifactId artifact) {
        return new ReportedArtifact(artifact.version(), artifact.sha256());
    }

    static QualityReport of(Quality quality, Instant at) {
        return new QualityReport(
                WatchReport.SCHEMA_VERSION,
                QualityReport.TYPE,
                quality.artifact().model(),
                quality.artifact().version(),
                quality.artifact().sha256(),
                quality.outcome().label(),
                quality.outcome().days(),
                quality.rows(),
                quality.positives(),
                Rounded.known(quality.auc()),
                Rounded.known(quality.calibrationError()),
                quality.calibration().bins().stream()
                        .map(bin -> new CalibrationGroup(
                                bin.rows(), Rounded.of(bin.predicted()), Rounded.of(bin.observed())))
                        .toList(),
                at);
    }
}
