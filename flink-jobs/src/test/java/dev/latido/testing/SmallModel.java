package dev.latido.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latido.model.artifact.ArtifactFiles;
import dev.latido.model.artifact.Calibration;
import dev.latido.model.artifact.Cuts;
import dev.latido.model.artifact.FeatureColumn;
import dev.latido.model.artifact.Kind;
import dev.latido.model.artifact.Label;
import dev.latido.model.artifact.Manifest;
import dev.latido.model.artifact.ManifestYaml;
import dev.latido.model.artifact.ModelArtifact;
import dev.latido.model.artifact.Sha256;
import dev.latido.model.artifact.UnusableArtifactException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A model of trees with one split each, so that its scores can be worked out by hand: the margin is the sum of the leaves,
 * and a probability the logistic function of it.
 */
public record SmallModel(
        String name,
        String version,
        Kind kind,
        List<Stump> stumps,
        @Nullable Cuts cuts,
        @Nullable Calibration calibration,
        @Nullable Label label) {

    /**
     * A tree with one split.
     *
     * @param below the leaf of values below the threshold, and of missing ones
     * @param from the leaf of the threshold and of values above it
     */
    public record Stump(String feature, double threshold, double below, double from) {}

    /** A model of probabilities. */
    public static SmallModel probability(String name, String version, Stump... stumps) {
        return new SmallModel(name, version, Kind.PROBABILITY, List.of(stumps), null, null, Label.within(name, 30));
    }

    /** A model of amounts. */
    public static SmallModel amount(String name, String version, Stump... stumps) {
        return new SmallModel(name, version, Kind.AMOUNT, List.of(stumps), null, null, null);
    }

    public static Stump stump(String feature, double threshold, double below, double from) {
        return new Stump(feature, threshold, below, from);
    }

    public SmallModel with(Cuts newCuts) {
        return new SmallModel(name, version, kind, stumps, newCuts, calibration, label);
    }

    public SmallModel with(Calibration newCalibration) {
        return new SmallModel(name, version, kind, stumps, cuts, newCalibration, label);
    }

    public ModelArtifact artifact() {
        try {
            return ModelArtifact.of(files(), Optional.empty());
        } catch (UnusableArtifactException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What names the artifact as a whole. */
    public String sha256() {
        return artifact().sha256();
    }

    /** The artifact's files, by name. */
    public Map<String, byte[]> files() {
        byte[] model = json().getBytes(UTF_8);
        Manifest manifest = new Manifest(
                name,
                version,
                kind,
                "3.0.4",
                Map.of(ArtifactFiles.MODEL_JSON, Sha256.of(model)),
                features().stream()
                        .map(feature -> new FeatureColumn(feature, FeatureColumn.Type.FLOAT))
                        .toList(),
                objective(),
                label,
                null,
                calibration,
                cuts,
                null,
                null,
                null,
                null);
        return Map.of(ArtifactFiles.MODEL_JSON, model, ArtifactFiles.MANIFEST, ManifestYaml.write(manifest));
    }

    private String objective() {
        return kind == Kind.PROBABILITY ? "binary:logistic" : "reg:squarederror";
    }

    private List<String> features() {
        return stumps.stream().map(Stump::feature).distinct().toList();
    }

    private String json() {
        return "{\"version\":[3,0,4],\"learner\":{\"attributes\":{},\"feature_names\":" + texts(features())
                + ",\"feature_types\":"
                + texts(features().stream().map(feature -> "float").toList())
                + ",\"gradient_booster\":{\"name\":\"gbtree\",\"model\":{\"gbtree_model_param\":{\"num_parallel_tree\":"
                + "\"1\",\"num_trees\":\"" + stumps.size() + "\"},\"iteration_indptr\":"
                + IntStream.rangeClosed(0, stumps.size()).boxed().toList() + ",\"tree_info\":"
                + stumps.stream().map(stump -> 0).toList() + ",\"trees\":[" + trees()
                + "]}},\"learner_model_param\":{\"base_score\":\"" + (kind == Kind.PROBABILITY ? "5E-1" : "0E0")
                + "\",\"boost_from_average\":\"1\",\"num_class\":\"0\",\"num_feature\":\""
                + features().size() + "\",\"num_target\":\"1\"},\"objective\":{\"name\":\"" + objective()
                + "\",\"reg_loss_param\":{\"scale_pos_weight\":\"1\"}}}}";
    }

    private String trees() {
        List<String> trees = new ArrayList<>();
        for (Stump stump : stumps) {
            trees.add(String.format(
                    Locale.ROOT,
                    "{\"base_weights\":[0,%2$s,%3$s],\"categories\":[],\"categories_nodes\":[],\"categories_segments\":[],"
                            + "\"categories_sizes\":[],\"default_left\":[1,0,0],\"id\":%5$d,\"left_children\":[1,-1,-1],"
                            + "\"loss_changes\":[1,0,0],\"parents\":[2147483647,0,0],\"right_children\":[2,-1,-1],"
                            + "\"split_conditions\":[%1$s,%2$s,%3$s],\"split_indices\":[%4$d,0,0],"
                            + "\"split_type\":[0,0,0],\"sum_hessian\":[10,5,5],\"tree_param\":{\"num_deleted\":\"0\","
                            + "\"num_feature\":\"%6$d\",\"num_nodes\":\"3\",\"size_leaf_vector\":\"1\"}}",
                    stump.threshold(),
                    stump.below(),
                    stump.from(),
                    features().indexOf(stump.feature()),
                    trees.size(),
                    features().size()));
        }
        return String.join(",", trees);
    }

    private static String texts(List<String> texts) {
        return texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
