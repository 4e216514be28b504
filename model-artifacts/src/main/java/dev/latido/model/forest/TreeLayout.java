package dev.latido.model.forest;

import dev.latido.model.booster.Categories;
import dev.latido.model.booster.Node;
import dev.latido.model.booster.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of trees in arrays, one tree behind the other.
 *
 * <p>The right child of a node follows its left child, and a leaf is a node that leads to itself whatever the row. So a row
 * goes down by adding 0 or 1, for as many steps as the deepest of a few trees has, and never asks whether it has arrived.
 */
final class TreeLayout {

    /** A test that no key fails: none is greater than the greatest. */
    private static final long STAY = (long) Integer.MAX_VALUE << 32;

    /** Minus zero, added to any float, is that float to the last bit; zero is not, added to minus zero. */
    private static final float NOTHING = -0f;

    /** Where each tree begins among the nodes. */
    final int[] roots;
    /** How many steps each block of trees takes. */
    final int[] steps;
    /** Per node: its threshold's key in the upper half, in the lower half the slot of the key to compare. */
    final long[] tests;
    /** Per node: its left child, or itself. */
    final int[] lefts;
    /** Per node: what a leaf adds. */
    final float[] leaves;
    /** Per node: what a categorical split sends right. */
    final @Nullable Categories[] categories;

    private boolean categorical;

    /** Lays out trees that go down in blocks of so many; the last one is filled up with leaves that add nothing. */
    TreeLayout(List<Tree> trees, int block) {
        int filling = Math.floorMod(-trees.size(), block);
        int nodes = trees.stream().mapToInt(tree -> tree.nodes().size()).sum() + filling;
        roots = new int[trees.size() + filling];
        steps = new int[roots.length / block];
        tests = new long[nodes];
        lefts = new int[nodes];
        leaves = new float[nodes];
        categories = new Categories[nodes];
        int at = 0;
        for (int index = 0; index < roots.length; index++) {
            roots[index] = at;
            if (index < trees.size()) {
                Tree tree = trees.get(index);
                steps[index / block] = Math.max(steps[index / block], tree.depth());
                at = put(tree, at);
            } else {
                put(NOTHING, at++);
            }
        }
    }

    /** Puts a tree; where the next one begins. */
    private int put(Tree tree, int root) {
        int at = root;
        for (Node node : tree.nodes()) {
            if (node instanceof Node.Leaf leaf) {
                put(leaf.value() * tree.weight(), at);
            } else if (node instanceof Node.Split split) {
                tests[at] = test(split);
                lefts[at] = root + split.left();
                if (split instanceof Node.CategoricalSplit sets) {
                    categories[at] = sets.toRight();
                    categorical = true;
                }
            }
            at++;
        }
        return at;
    }

    private void put(float leaf, int at) {
        tests[at] = STAY;
        lefts[at] = at;
        leaves[at] = leaf;
    }

    /** A categorical split's test is made for missing values only, which go the same way past any threshold. */
    private static long test(Node.Split split) {
        float threshold = split instanceof Node.NumericalSplit numerical ? numerical.threshold() : 0;
        return ((long) RowKeys.below(threshold) << 32) | RowKeys.slot(split.feature(), split.defaultLeft());
    }

    /** Whether any split is categorical. */
    boolean categorical() {
        return categorical;
    }
}
