package dev.latido.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latido.model.artifact.ArtifactDirectory;
import dev.latido.model.artifact.ArtifactFiles;
import dev.latido.model.artifact.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Model artifacts for tests: one tree with one split. */
public final class TestModel {

    /**
     * What the tree asks for and answers.
     *
     * @param below margin of what is below the threshold or missing
     * @param above margin of all else
     */
    public record Stump(String feature, String type, double threshold, double below, double above) {}

    private static final Stump SESSIONS = new Stump("sessions7", "int", 3, 0.5, -0.5);

    private TestModel() {}

    /** Writes an artifact that asks for {@code sessions7} to a directory, and gives its path. */
    public static String write(Path directory, String model, String version) throws IOException {
        return write(directory, model, version, SESSIONS);
    }

    /** Writes an artifact to a directory, and gives its path. */
    public static String write(Path directory, String model, String version, Stump stump) throws IOException {
        return write(directory, model, version, stump, trees(stump));
    }

    /** The same with other trees, whose SHA-256 is right. */
    public static String write(Path directory, String model, String version, Stump stump, String otherTrees)
            throws IOException {
        byte[] trees = otherTrees.getBytes(UTF_8);
        ArtifactDirectory.write(
                directory,
                Map.of(
                        ArtifactFiles.MODEL_JSON,
                        trees,
                        ArtifactFiles.MANIFEST,
                        manifest(model, version, trees, stump).getBytes(UTF_8)));
        return directory.toString();
    }

    private static String manifest(String model, String version, byte[] trees, Stump stump) {
        return """
                name: %s
                version: "%s"
                kind: probability
                files:
                  model.json: %s
                features:
                  - { name: %s, type: %s }
                objective: binary:logistic
                """.formatted(model, version, Sha256.of(trees), stump.feature(), stump.type());
    }

    /** A model of XGBoost's that asks for {@code sessions7}, in its JSON. */
    public static String trees() {
        return trees(SESSIONS);
    }

    private static String trees(Stump stump) {
        return """
                {"learner": {
                  "feature_names": ["%1$s"], "feature_types": ["%2$s"],
                  "gradient_booster": {"name": "gbtree", "model": {
                    "gbtree_model_param": {"num_parallel_tree": "1", "num_trees": "1"},
                    "tree_info": [0],
                    "trees": [{
                      "categories": [], "categories_nodes": [], "categories_segments": [], "categories_sizes": [],
                      "default_left": [1, 0, 0], "left_children": [1, -1, -1], "right_children": [2, -1, -1],
                      "parents": [2147483647, 0, 0], "split_conditions": [%3$s, %4$s, %5$s], "split_indices": [0, 0, 0],
                      "split_type": [0, 0, 0], "sum_hessian": [10, 5, 5], "base_weights": [0, %4$s, %5$s],
                      "loss_changes": [1, 0, 0], "id": 0,
                      "tree_param": {"num_feature": "1", "num_nodes": "3", "size_leaf_vector": "1"}}]}},
                  "learner_model_param": {"base_score": "5E-1", "num_class": "0", "num_feature": "1"},
                  "objective": {"name": "binary:logistic", "reg_loss_param": {"scale_pos_weight": "1"}}},
                 "version": [3, 0, 4]}
                """.formatted(stump.feature(), stump.type(), stump.threshold(), stump.below(), stump.above());
    }
}
