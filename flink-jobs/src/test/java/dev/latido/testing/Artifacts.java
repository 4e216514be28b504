package dev.latido.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.latido.model.artifact.ArtifactDirectory;
import dev.latido.model.artifact.ArtifactFiles;
import dev.latido.model.artifact.Sha256;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.ModelContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Model artifacts for tests: one tree that asks for {@code sessions7}, with leaves that differ from version to version. */
public final class Artifacts {

    private Artifacts() {}

    /** The files of an artifact. */
    public static Map<String, byte[]> files(String model, String version) {
        byte[] trees = model(version.hashCode() % 1000 / 1000f, "sessions7").getBytes(UTF_8);
        return Map.of(
                ArtifactFiles.MODEL_JSON, trees, ArtifactFiles.MANIFEST, manifest(model, version, trees, "sessions7"));
    }

    /** What {@code artifact.yaml} says of a model that asks for one feature. */
    public static byte[] manifest(String model, String version, byte[] trees, String feature) {
        return """
                name: %s
                version: "%s"
                kind: probability
                xgboost: 3.0.4
                files:
                  model.json: %s
                features:
                  - { name: %s, type: int }
                objective: binary:logistic
                """.formatted(model, version, Sha256.of(trees), feature).getBytes(UTF_8);
    }

    /** A model of XGBoost's with one split, in its JSON. */
    public static String model(float leaf, String feature) {
        return """
                {"learner": {
                  "attributes": {},
                  "feature_names": ["%s"],
                  "feature_types": ["int"],
                  "gradient_booster": {
                    "model": {
                      "gbtree_model_param": {"num_parallel_tree": "1", "num_trees": "1"},
                      "iteration_indptr": [0, 1],
                      "tree_info": [0],
                      "trees": [{
                        "base_weights": [0, %s, 0.5],
                        "categories": [], "categories_nodes": [], "categories_segments": [], "categories_sizes": [],
                        "default_left": [1, 0, 0],
                        "id": 0,
                        "left_children": [1, -1, -1],
                        "loss_changes": [1, 0, 0],
                        "parents": [2147483647, 0, 0],
                        "right_children": [2, -1, -1],
                        "split_conditions": [3, %s, 0.5],
                        "split_indices": [0, 0, 0],
                        "split_type": [0, 0, 0],
                        "sum_hessian": [10, 5, 5],
                        "tree_param": {
                          "num_deleted": "0", "num_feature": "1", "num_nodes": "3", "size_leaf_vector": "1"}
                      }]
                    },
                    "name": "gbtree"
                  },
                  "learner_model_param": {
                    "base_score": "5E-1", "boost_from_average": "1", "num_class": "0", "num_feature": "1",
                    "num_target": "1"},
                  "objective": {"name": "binary:logistic", "reg_loss_param": {"scale_pos_weight": "1"}}
                }, "version": [3, 0, 4]}
                """.formatted(feature, leaf, leaf);
    }

    public static ModelContent content(String model, String version) {
        Map<String, byte[]> files = files(model, version);
        return new ModelContent(Sha256.of(requireNonNull(files.get(ArtifactFiles.MANIFEST))), version, files);
    }

    /** Writes an artifact to a directory. */
    public static ArtifactRef write(Path directory, String model, String version) throws IOException {
        ArtifactDirectory.write(directory, files(model, version));
        return new ArtifactRef(
                directory.toAbsolutePath().toString(), content(model, version).sha256());
    }

    /** An artifact that is nowhere. */
    public static ArtifactRef ref(String model, String version) {
        return new ArtifactRef(
                "/models/" + model + "/" + version, content(model, version).sha256());
    }
}
