package dev.latido.model.contribution;

import dev.latido.model.booster.Node;
import dev.latido.model.booster.Tree;
import dev.latido.model.booster.UnusableModelException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The ways from a tree's root to its leaves, with the shares of training rows that went them. */
final class Ways {

    private final List<Node.Split> splits;
    /** Per split: which node it is. */
    private final int[] splitNodes;

    private final int[] lefts;
    private final int[] features;
    /** Per split: the node on the way to it that was reached by asking the same feature; 0, the root, when none was. */
    private final int[] before;

    private final boolean[] leaf;
    /** Per node: what a leaf adds to the margin; 0 for a split. */
    private final double[] values;
    /** Per node: the split that leads to it. */
    private final int[] parents;
    /** Per node: the share of training rows that the feature asked last lets pass, at all places where it was asked. */
    private final double[] shares;

    private final int mostFeatures;
    private final double expectedValue;

    private Ways(Tree tree) {
        List<Node> nodes = tree.nodes();
        splitNodes = IntStream.range(0, nodes.size())
                .filter(node -> nodes.get(node) instanceof Node.Split)
                .toArray();
        splits = Arrays.stream(splitNodes)
                .mapToObj(node -> (Node.Split) nodes.get(node))
                .toList();
        lefts = splits.stream().mapToInt(Node.Split::left).toArray();
        features = splits.stream().mapToInt(Node.Split::feature).toArray();
        values = nodes.stream()
                .mapToDouble(node -> node instanceof Node.Leaf leaf ? (double) leaf.value() * tree.weight() : 0)
                .toArray();
        leaf = new boolean[nodes.size()];
        for (int node = 0; node < leaf.length; node++) {
            leaf[node] = nodes.get(node) instanceof Node.Leaf;
        }
        before = new int[splits.size()];
        parents = new int[nodes.size()];
        shares = new double[nodes.size()];
        mostFeatures = link(nodes);
        expectedValue = expectedValue(nodes);
    }

    static Ways of(Tree tree) throws UnusableModelException {
        for (Node node : tree.nodes()) {
            boolean known = node instanceof Node.Leaf ? node.cover() >= 0 : node.cover() > 0;
            if (!known || node.cover() == Float.POSITIVE_INFINITY) {
                throw new UnusableModelException("The model does not say how many training rows reached each node"
                        + " ('sum_hessian'), without which nothing can be said of contributions.");
            }
        }
        return new Ways(tree);
    }

    private int link(List<Node> nodes) {
        int[] asked = new int[nodes.size()];
        int most = 0;
        shares[0] = 1;
        for (int split = 0; split < splitNodes.length; split++) {
            int node = splitNodes[split];
            before[split] = lastAsked(features[split], node);
            for (int child = lefts[split]; child <= lefts[split] + 1; child++) {
                parents[child] = split;
                asked[child] = asked[node] + (before[split] == 0 ? 1 : 0);
                most = Math.max(most, asked[child]);
                shares[child] = shares[before[split]]
                        * nodes.get(child).cover()
                        / nodes.get(node).cover();
            }
        }
        return most;
    }

    private double expectedValue(List<Node> nodes) {
        double[] means = values.clone();
        for (int split = splitNodes.length - 1; split >= 0; split--) {
            int node = splitNodes[split];
            int left = lefts[split];
            double sum = means[left] * nodes.get(left).cover()
                    + means[left + 1] * nodes.get(left + 1).cover();
            means[node] = sum / nodes.get(node).cover();
        }
        return means[0];
    }

    private int lastAsked(int feature, int node) {
        int at = node;
        while (at != 0 && features[parents[at]] != feature) {
            at = splitNodes[parents[at]];
        }
        return at;
    }

    int nodes() {
        return values.length;
    }

    int splits() {
        return splitNodes.length;
    }

    /** How many different features the way with the most of them asks. */
    int mostFeatures() {
        return mostFeatures;
    }

    int node(int split) {
        return splitNodes[split];
    }

    /** The left child; the right one follows it. */
    int left(int split) {
        return lefts[split];
    }

    int feature(int split) {
        return features[split];
    }

    int before(int split) {
        return before[split];
    }

    /** The child that a row goes to. */
    int next(int split, float[] row) {
        return splits.get(split).next(row[features[split]]);
    }

    boolean isLeaf(int node) {
        return leaf[node];
    }

    double value(int node) {
        return values[node];
    }

    double share(int node) {
        return shares[node];
    }

    double shareBefore(int node) {
        return shares[before[parents[node]]];
    }

    /** The tree's value when no feature is known: the mean of its leaves. */
    double expectedValue() {
        return expectedValue;
    }
}
