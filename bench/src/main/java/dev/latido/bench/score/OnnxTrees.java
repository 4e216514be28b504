package dev.latido.bench.score;

import dev.latido.model.booster.Node;
import java.util.List;

/**
 * The attributes of a {@code TreeEnsembleRegressor}, one value per node or per leaf in each. A split is true for values below
 * its threshold; one that sends missing values left is true for them too.
 */
final class OnnxTrees {

    private final OnnxAttribute trees = OnnxAttribute.ints("nodes_treeids");
    private final OnnxAttribute nodes = OnnxAttribute.ints("nodes_nodeids");
    private final OnnxAttribute features = OnnxAttribute.ints("nodes_featureids");
    private final OnnxAttribute modes = OnnxAttribute.texts("nodes_modes");
    private final OnnxAttribute thresholds = OnnxAttribute.floats("nodes_values");
    private final OnnxAttribute whenTrue = OnnxAttribute.ints("nodes_truenodeids");
    private final OnnxAttribute whenFalse = OnnxAttribute.ints("nodes_falsenodeids");
    private final OnnxAttribute missingIsTrue = OnnxAttribute.ints("nodes_missing_value_tracks_true");
    private final OnnxAttribute leafTrees = OnnxAttribute.ints("target_treeids");
    private final OnnxAttribute leafNodes = OnnxAttribute.ints("target_nodeids");
    private final OnnxAttribute leafTargets = OnnxAttribute.ints("target_ids");
    private final OnnxAttribute leafValues = OnnxAttribute.floats("target_weights");

    /** Adds a node. */
    void add(int tree, int index, Node node) {
        trees.add(tree);
        nodes.add(index);
        if (node instanceof Node.NumericalSplit split) {
            modes.add("BRANCH_LT");
            test(split.feature(), split.threshold(), split.defaultLeft());
            whenTrue.add(split.left());
            whenFalse.add(split.right());
        } else if (node instanceof Node.Leaf leaf) {
            modes.add("LEAF");
            test(0, 0, false);
            whenTrue.add(0);
            whenFalse.add(0);
            leaf(tree, index, leaf.value());
        } else {
            throw new IllegalArgumentException("categories are not written");
        }
    }

    private void test(int feature, float threshold, boolean defaultLeft) {
        features.add(feature);
        thresholds.add(threshold);
        missingIsTrue.add(defaultLeft ? 1 : 0);
    }

    private void leaf(int tree, int index, float value) {
        leafTrees.add(tree);
        leafNodes.add(index);
        leafTargets.add(0);
        leafValues.add(value);
    }

    /** All attributes of the operator, as messages. */
    List<ProtobufMessage> attributes(float baseMargin) {
        OnnxAttribute base = OnnxAttribute.floats("base_values");
        base.add(baseMargin);
        return List.of(
                OnnxAttribute.one("n_targets", 1),
                base.message(),
                trees.message(),
                nodes.message(),
                features.message(),
                modes.message(),
                thresholds.message(),
                whenTrue.message(),
                whenFalse.message(),
                missingIsTrue.message(),
                leafTrees.message(),
                leafNodes.message(),
                leafTargets.message(),
                leafValues.message());
    }
}
