package dev.latido.bench.score;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.latido.model.booster.Booster;
import dev.latido.model.booster.Node;
import dev.latido.model.booster.Tree;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A model of one output in the binary form that XGBoost had before JSON, and which 3.0 does not write any more: C structures
 * one behind the other, little-endian. It is written as one of raw margins, so that its base score is the base margin.
 */
final class OldBinaryModel {

    private static final int MAJOR_VERSION = 1;
    /** Since this one the sum begins with the base score. */
    private static final int MINOR_VERSION = 3;

    private static final int HEADER_BYTES = 1024;
    private static final int TREE_BYTES = (6 + 31) * 4;
    private static final int NODE_BYTES = (5 + 4) * 4;
    private static final int HIGHEST_BIT = 1 << 31;

    private final ByteBuffer out;

    private OldBinaryModel(ByteBuffer out) {
        this.out = out;
    }

    static byte[] of(Booster booster) {
        List<Tree> trees = booster.trees();
        int nodes = trees.stream().mapToInt(tree -> tree.nodes().size()).sum();
        int most = HEADER_BYTES + trees.size() * (TREE_BYTES + 4) + nodes * NODE_BYTES;
        OldBinaryModel model = new OldBinaryModel(ByteBuffer.allocate(most).order(ByteOrder.LITTLE_ENDIAN));
        model.learner(booster);
        model.ensemble(booster);
        trees.forEach(tree -> model.tree(tree, booster.featureCount()));
        model.zeros(trees.size()); // the output of each
        byte[] bytes = new byte[model.out.position()];
        model.out.flip().get(bytes);
        return bytes;
    }

    private void learner(Booster booster) {
        text("binf");
        out.putFloat(booster.baseMargins().get(0)).putInt(booster.featureCount());
        zeros(3); // classes, a buffer of predictions, metrics
        out.putInt(MAJOR_VERSION).putInt(MINOR_VERSION);
        zeros(27);
        sized("binary:logitraw");
        sized("gbtree");
    }

    private void ensemble(Booster booster) {
        out.putInt(booster.trees().size()).putInt(1).putInt(booster.featureCount());
        zeros(1);
        out.putLong(0).putInt(1);
        zeros(1 + 31 + 1);
    }

    private void tree(Tree tree, int features) {
        List<Node> nodes = tree.nodes();
        out.putInt(1).putInt(nodes.size()).putInt(0).putInt(tree.depth()).putInt(features);
        zeros(1 + 31);
        int[] parents = parents(nodes);
        for (int index = 0; index < nodes.size(); index++) {
            node(nodes.get(index), parents[index]);
        }
        for (Node node : nodes) {
            out.putFloat(0).putFloat(node.cover());
            zeros(2);
        }
    }

    private void node(Node node, int parent) {
        if (node instanceof Node.NumericalSplit split) {
            out.putInt(parent).putInt(split.left()).putInt(split.right());
            out.putInt(split.feature() | (split.defaultLeft() ? HIGHEST_BIT : 0))
                    .putFloat(split.threshold());
        } else if (node instanceof Node.Leaf leaf) {
            out.putInt(parent).putInt(-1).putInt(-1).putInt(0).putFloat(leaf.value());
        } else {
            throw new IllegalArgumentException("the old form has no categories");
        }
    }

    /** Of each node the one above, -1 of the root; the highest bit says that it is a left child. */
    private static int[] parents(List<Node> nodes) {
        int[] parents = new int[nodes.size()];
        parents[0] = -1;
        for (int index = 0; index < parents.length; index++) {
            if (nodes.get(index) instanceof Node.Split split) {
                parents[split.left()] = index | HIGHEST_BIT;
                parents[split.right()] = index;
            }
        }
        return parents;
    }

    private void sized(String text) {
        out.putLong(text.length());
        text(text);
    }

    private void text(String text) {
        out.put(text.getBytes(US_ASCII));
    }

    private void zeros(int ints) {
        for (int i = 0; i < ints; i++) {
            out.putInt(0);
        }
    }
}
