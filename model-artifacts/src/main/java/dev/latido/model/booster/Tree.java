package dev.latido.model.booster;

import java.util.List;

/**
 * One decision tree of a {@link Booster}.
 *
 * @param output the output, from 0, whose margin this tree adds to
 * @param weight what its leaves are multiplied by; 1 but in a {@code dart} model
 * @param nodes its nodes, level by level: the first is the root, from which each other one is reached by exactly one way,
 *     and the right child of a split follows the left one
 */
public record Tree(int output, float weight, List<Node> nodes) {

    public Tree {
        nodes = List.copyOf(nodes);
    }

    public Node root() {
        return nodes.get(0);
    }

    /** How many splits the longest way from the root to a leaf has. */
    public int depth() {
        int[] depths = new int[nodes.size()];
        int deepest = 0;
        for (int node = 0; node < depths.length; node++) {
            if (nodes.get(node) instanceof Node.Split split) {
                deepest = depths[node] + 1;
                depths[split.left()] = deepest;
                depths[split.right()] = deepest;
            }
        }
        return deepest;
    }

    /** The leaf that a row ends in; {@code row} holds a value per feature, NaN where it is missing. */
    public Node.Leaf leaf(float[] row) {
        Node node = root();
        while (node instanceof Node.Split split) {
            node = nodes.get(split.next(row[split.feature()]));
        }
        return (Node.Leaf) node;
    }
}
