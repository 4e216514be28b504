package dev.latido.watch;

import dev.latido.watch.history.Comparison;
import dev.latido.watch.history.Drift;
import dev.latido.watch.history.Quality;
import dev.latido.watch.history.Window;
import dev.latido.watch.tally.ArtifactId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;
import org.jspecify.annotations.Nullable;

/** How models stand, as metrics. What is not known at present has no value. */
final class WatchMetrics {

    private final MetricGroup group;
    private final Counter dropped;
    private final Map<String, Reading> ofModels = new HashMap<>();
    private final Map<Artifact, Map<String, Reading>> ofArtifacts = new HashMap<>();

    /** An artifact by what labels say of it. */
    private record Artifact(String model, String version) {
        static Artifact of(ArtifactId id) {
            return new Artifact(id.model(), id.version());
        }
    }

    WatchMetrics(MetricGroup operator) {
        group = operator.addGroup("latido");
        dropped = group.counter("model_tallies_dropped");
    }

    /** A tally of an artifact too many. */
    void dropped() {
        dropped.inc();
    }

    void show(WatchFigures figures) {
        ofModels.values().forEach(reading -> reading.show(Double.NaN));
        figures.comparisons().forEach(this::show);
        figures.qualities().forEach(this::show);
        Set<Artifact> active = new HashSet<>();
        for (Drift drift : figures.drifts()) {
            active.add(Artifact.of(drift.artifact()));
            show(drift);
        }
        Set<Artifact> gone = new HashSet<>(ofArtifacts.keySet());
        gone.removeAll(active);
        gone.forEach(this::remove);
    }

    private void show(Comparison comparison) {
        String model = comparison.active().model();
        ofModel(model, "model_shadow_agreement").show(comparison.all().agreement());
        ofModel(model, "model_shadow_psi").show(comparison.all().psi());
        ofModel(model, "model_shadow_crossing").show(comparison.all().crossing());
        ofModel(model, "model_shadow_rank_correlation").show(comparison.all().rankCorrelation());
    }

    private void show(Quality quality) {
        String model = quality.artifact().model();
        ofModel(model, "model_quality_auc").show(quality.auc());
        ofModel(model, "model_quality_calibration_error").show(quality.calibrationError());
    }

    private Reading ofModel(String model, String name) {
        return ofModels.computeIfAbsent(
                name + ' ' + model, key -> group.addGroup("model", model).gauge(name, new Reading()));
    }

    private void show(Drift drift) {
        Artifact artifact = Artifact.of(drift.artifact());
        Map<String, Reading> readings = ofArtifacts.computeIfAbsent(artifact, id -> new HashMap<>());
        for (int i = 0; i < drift.reference().variables().size(); i++) {
            String feature = drift.reference().variables().get(i).name();
            show(artifact, readings, feature, "day", i, drift.day());
            show(artifact, readings, feature, "week", i, drift.week());
        }
    }

    private void show(
            Artifact artifact,
            Map<String, Reading> readings,
            String feature,
            String name,
            int variable,
            Window window) {
        readings.computeIfAbsent(
                        feature + ' ' + name,
                        key -> ofArtifact(artifact)
                                .addGroup("feature", feature)
                                .addGroup("window", name)
                                .gauge("model_psi", new Reading()))
                .show(window.psi().get(variable));
    }

    private MetricGroup ofArtifact(Artifact artifact) {
        return group.addGroup("model", artifact.model()).addGroup("version", artifact.version());
    }

    /** Flink keeps what is registered until its group is closed, and versions come and go. */
    private void remove(Artifact artifact) {
        ofArtifacts.remove(artifact);
        if (ofArtifact(artifact) instanceof AbstractMetricGroup<?> closeable) {
            closeable.close();
        }
    }

    /** A figure that one thread shows and others read. */
    private static final class Reading implements Gauge<@Nullable Double> {

        private volatile double figure = Double.NaN;

        void show(double shown) {
            figure = shown;
        }

        @Override
        public @Nullable Double getValue() {
            double read = figure;
            return Double.isNaN(read) ? null : Double.valueOf(read);
        }
    }
}
