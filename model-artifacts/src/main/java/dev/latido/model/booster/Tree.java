package dev.latido.model.booster;

import java.util.List;

/**
 * One decision tree of a {@link Booster}.
 *
 * @param output the output, from 0, whose margin this tree adds to
 * @param weight what its leaves are multiplied by; 1 but in a {@code dart} model
 * @param nodes its nodes; the first is the root, from which each other one is reached by exactly one way
 */
public record Tree(int output, float weight, List<Node> nodes) {

    public Tree {
        nodes = List.copyOf(nodes);
    }

    public Node root() {
        return nodes.get(0);
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
