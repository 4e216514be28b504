package dev.latido.model.training;

import dev.latido.model.artifact.ArtifactFiles;
import dev.latido.model.artifact.Cuts;
import dev.latido.model.artifact.GoldenRows;
import dev.latido.model.artifact.Kind;
import dev.latido.model.artifact.Manifest;
import dev.latido.model.artifact.ManifestYaml;
import dev.latido.model.artifact.ModelArtifact;
import dev.latido.model.artifact.Sha256;
import dev.latido.model.artifact.TrainingFacts;
import dev.latido.model.artifact.UnusableArtifactException;
import dev.latido.model.evaluation.LabelledScores;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Makes the artifact of a model that has been learned, loads it as everybody will, and judges it. */
final class ArtifactMaker {

    private static final int HASH_DIGITS = 8;

    private final TrainingRows rows;
    private final Parts parts;
    private final TrainingPlan plan;

    ArtifactMaker(TrainingRows rows, Parts parts, TrainingPlan plan) {
        this.rows = rows;
        this.parts = parts;
        this.plan = plan;
    }

    /** What the trials have shown. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Findings(Predictions predictions, double[] validation, Optional<Cuts> cuts) {}

    TrainedModel make(Ensemble ensemble, Rounds rounds, Findings findings) throws XGBoostError {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(ArtifactFiles.MODEL_JSON, ensemble.json());
        files.put(ArtifactFiles.GOLDEN, golden(ensemble, rounds.count(), findings.predictions()));
        files.put(
                ArtifactFiles.REFERENCE,
                TrainingReference.of(rows, parts.learned(), findings.validation())
                        .toJson());
        double[] test =
                findings.predictions().of(new Learner(rows, plan).margins(ensemble, parts.test(), rounds.count()));
        Manifest manifest = manifest(files, rounds.count(), findings, metrics(test, findings.cuts()));
        files.put(ArtifactFiles.MANIFEST, ManifestYaml.write(manifest));
        ModelArtifact artifact = loaded(files);
        boolean isProbability = plan.isProbability();
        return new TrainedModel(
                files,
                artifact,
                rounds.count(),
                rounds.curve(),
                parts.validation(),
                isProbability ? Optional.of(LabelledScores.of(test, rows.positives(parts.test()))) : Optional.empty(),
                isProbability ? List.of() : amounts(test),
                Importance.of(artifact.booster(), rows.featureNames()));
    }

    private static ModelArtifact loaded(Map<String, byte[]> files) {
        try {
            return ModelArtifact.of(files, Optional.empty());
        } catch (UnusableArtifactException e) {
            throw new TrainingException("The model that was trained cannot be used: " + e.getMessage(), e);
        }
    }

    private byte[] golden(Ensemble ensemble, int rounds, Predictions predictions) throws XGBoostError {
        float[] values =
                GoldenDraw.of(rows, parts.learned(), plan.hyperparameters().seed());
        float[] margins;
        try (Matrix matrix = Matrix.of(rows, values)) {
            margins = ensemble.margins(matrix, rounds);
        }
        List<GoldenRows.Row> golden = new ArrayList<>();
        for (int row = 0; row < margins.length; row++) {
            float[] features = new float[rows.width()];
            System.arraycopy(values, row * features.length, features, 0, features.length);
            golden.add(new GoldenRows.Row(
                    features, new float[] {margins[row]}, new float[] {predictions.of(margins[row])}));
        }
        return GoldenRows.write(rows.featureNames(), golden);
    }

    private Map<String, Double> metrics(double[] test, Optional<Cuts> cuts) {
        if (plan.isProbability()) {
            return Metrics.ofProbabilities(rows, parts.test(), test, cuts);
        }
        float[] labels = rows.labels(parts.test());
        double[] actual = new double[labels.length];
        for (int i = 0; i < actual.length; i++) {
            actual[i] = labels[i];
        }
        return Metrics.ofAmounts(test, actual);
    }

    private List<TrainedModel.Amount> amounts(double[] test) {
        List<TrainedModel.Amount> amounts = new ArrayList<>();
        for (int i = 0; i < test.length; i++) {
            amounts.add(new TrainedModel.Amount(test[i], rows.label(parts.test()[i])));
        }
        return amounts;
    }

    private Manifest manifest(Map<String, byte[]> files, int rounds, Findings findings, Map<String, Double> metrics) {
        Map<String, String> hashes = new LinkedHashMap<>();
        files.forEach((name, content) -> hashes.put(name, Sha256.of(content)));
        PartFacts facts = new PartFacts(rows, plan.isProbability());
        TrainingFacts training = TrainingFacts.of(
                facts.of(parts.learned()),
                plan.hyperparameters().seed(),
                facts.of(parts.checked()),
                facts.of(parts.test()));
        return new Manifest(
                plan.name(),
                plan.version().orElseGet(() -> version(files)),
                Kind.of(plan.objective()),
                NativeXgboost.version(),
                hashes,
                rows.features(),
                plan.objective().label(),
                plan.label(),
                training,
                findings.predictions().calibration(),
                findings.cuts().orElse(null),
                plan.hyperparameters().stated(rounds),
                metrics,
                plan.table().orElse(null),
                plan.note().orElse(null));
    }

    /** The day of the last row, where rows have a time, and some digits of the model's hash. */
    private String version(Map<String, byte[]> files) {
        String hash = Sha256.of(files.getOrDefault(ArtifactFiles.MODEL_JSON, new byte[0]))
                .substring(0, HASH_DIGITS);
        long last = Long.MIN_VALUE;
        for (int row : parts.test()) {
            last = Math.max(last, rows.row(row).at());
        }
        return last == TrainingRows.NO_TIME
                ? hash
                : Instant.ofEpochMilli(last).atZone(ZoneOffset.UTC).toLocalDate() + "-" + hash;
    }
}
