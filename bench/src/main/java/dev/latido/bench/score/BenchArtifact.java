package dev.latido.bench.score;

import dev.latido.model.artifact.ArtifactFiles;
import dev.latido.model.artifact.FeatureColumn;
import dev.latido.model.artifact.Kind;
import dev.latido.model.artifact.Manifest;
import dev.latido.model.artifact.ManifestYaml;
import dev.latido.model.artifact.Sha256;
import dev.latido.model.artifact.UnusableArtifactException;
import dev.latido.model.booster.Booster;
import dev.latido.model.scorer.ScorerChoice;
import dev.latido.scoring.ArtifactReader;
import dev.latido.scoring.ModelSet;
import dev.latido.scoring.ScoringModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model as the job scores with it. */
final class BenchArtifact {

    private static final String NAME = "churn";

    private BenchArtifact() {}

    /** The set of models in force that has this one only. */
    static ModelSet modelSet(BenchModel model) throws UnusableArtifactException {
        byte[] manifest = ManifestYaml.write(manifest(model));
        Map<String, byte[]> files = Map.of(ArtifactFiles.MANIFEST, manifest, ArtifactFiles.MODEL_JSON, model.json());
        var artifact = ArtifactReader.open(files, Sha256.of(manifest), ScorerChoice.FOREST);
        return new ModelSet(List.of(new ScoringModel(NAME, artifact, Optional.empty())));
    }

    private static Manifest manifest(BenchModel model) {
        Booster booster = model.booster();
        return new Manifest(
                NAME,
                "bench",
                Kind.of(booster.objective()),
                booster.xgboostVersion(),
                Map.of(ArtifactFiles.MODEL_JSON, Sha256.of(model.json())),
                BenchModel.names(booster.featureCount()).stream()
                        .map(name -> new FeatureColumn(name, FeatureColumn.Type.FLOAT))
                        .toList(),
                booster.objective().label(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
