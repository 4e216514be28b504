package dev.latido.model.forest;

import dev.latido.model.booster.Categories;
import dev.latido.model.booster.Node;
import dev.latido.model.booster.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trees of one output in arrays, added up in their order.
 *
 * <p>The right child of a node follows its left child, and a leaf is a node that leads to itself. So a row goes down by
 * adding 0 or 1, for as many steps as the deepest of a few trees has, and never asks whether it has arrived. Several trees
 * go down side by side because each step waits for the one before.
 */
final class TreeSum {

    private static final int LANES = 4;

    private final float baseMargin;
    /** Where each tree begins among the nodes. */
    private final int[] roots;
    /** How many steps each block of {@link #LANES} trees takes, and each tree that no block is left for. */
    private final int[] steps;
    /** Per node: its threshold's key in the upper half, in the lower half the slot of the key to compare. */
    private final long[] tests;
    /** Per node: its left child, or itself. */
    private final int[] lefts;
    /** Per node: what a leaf adds. */
    private final float[] leaves;
    /** Per node: what a categorical split sends right; null when no tree has one. */
    private final @Nullable Categories @Nullable [] categories;

    private TreeSum(float baseMargin, Layout layout) {
        this.baseMargin = baseMargin;
        this.roots = layout.roots;
        this.steps = layout.steps;
        this.tests = layout.tests;
        this.lefts = layout.lefts;
        this.leaves = layout.leaves;
        this.categories = layout.anyCategories ? layout.categories : null;
    }

    static TreeSum of(float baseMargin, List<Tree> trees) {
        return new TreeSum(baseMargin, new Layout(trees));
    }

    /** The margin of a row, given as its keys and its values. */
    float margin(int[] keys, float[] row, int offset) {
        return categories == null ? numerical(keys) : mixed(categories, keys, row, offset);
    }

    private float numerical(int[] keys) {
        long[] tests = this.tests;
        int[] lefts = this.lefts;
        float margin = baseMargin;
        int tree = 0;
        int block = 0;
        for (; tree + LANES <= roots.length; tree += LANES) {
            int a = roots[tree];
            int b = roots[tree + 1];
            int c = roots[tree + 2];
            int d = roots[tree + 3];
            for (int step = steps[block++]; step > 0; step--) {
                long testA = tests[a];
                long testB = tests[b];
                long testC = tests[c];
                long testD = tests[d];
                a = lefts[a] + (int) (((testA >> 32) - keys[(int) testA]) >>> 63);
                b = lefts[b] + (int) (((testB >> 32) - keys[(int) testB]) >>> 63);
                c = lefts[c] + (int) (((testC >> 32) - keys[(int) testC]) >>> 63);
                d = lefts[d] + (int) (((testD >> 32) - keys[(int) testD]) >>> 63);
            }
            margin = margin + leaves[a] + leaves[b] + leaves[c] + leaves[d];
        }
        for (; tree < roots.length; tree++) {
            int node = roots[tree];
            for (int step = steps[block++]; step > 0; step--) {
                node = next(node, keys);
            }
            margin += leaves[node];
        }
        return margin;
    }

    private int next(int node, int[] keys) {
        long test = tests[node];
        return lefts[node] + (int) (((test >> 32) - keys[(int) test]) >>> 63);
    }

    private float mixed(@Nullable Categories[] categories, int[] keys, float[] row, int offset) {
        float margin = baseMargin;
        for (int root : roots) {
            int node = root;
            for (int left = lefts[node]; left != node; left = lefts[node]) {
                Categories toRight = categories[node];
                float value = row[offset + ((int) tests[node] >> 1)];
                if (toRight == null || Float.isNaN(value)) {
                    node = next(node, keys);
                } else {
                    node = toRight.contains(value) ? left + 1 : left;
                }
            }
            margin += leaves[node];
        }
        return margin;
    }

    /** The arrays while they are filled. */
    private static final class Layout {

        private static final long LEAF = (long) Integer.MAX_VALUE << 32;

        private final int[] roots;
        private final int[] steps;
        private final long[] tests;
        private final int[] lefts;
        private final float[] leaves;
        private final @Nullable Categories[] categories;
        private boolean anyCategories;

        Layout(List<Tree> trees) {
            int nodes = trees.stream().mapToInt(tree -> tree.nodes().size()).sum();
            roots = new int[trees.size()];
            steps = new int[trees.size() / LANES + trees.size() % LANES];
            tests = new long[nodes];
            lefts = new int[nodes];
            leaves = new float[nodes];
            categories = new Categories[nodes];
            int root = 0;
            for (int index = 0; index < trees.size(); index++) {
                Tree tree = trees.get(index);
                roots[index] = root;
                int blocks = trees.size() / LANES;
                int block = index < blocks * LANES ? index / LANES : blocks + index % LANES;
                steps[block] = Math.max(steps[block], tree.depth());
                for (int node = 0; node < tree.nodes().size(); node++) {
                    put(root, root + node, tree.nodes().get(node), tree.weight());
                }
                root += tree.nodes().size();
            }
        }

        private void put(int root, int at, Node node, float weight) {
            if (node instanceof Node.Leaf leaf) {
                tests[at] = LEAF;
                lefts[at] = at;
                leaves[at] = leaf.value() * weight;
            } else if (node instanceof Node.Split split) {
                float threshold = split instanceof Node.NumericalSplit numerical ? numerical.threshold() : 0;
                tests[at] =
                        ((long) RowKeys.below(threshold) << 32) | RowKeys.slot(split.feature(), split.defaultLeft());
                lefts[at] = root + split.left();
                if (split instanceof Node.CategoricalSplit categorical) {
                    categories[at] = categorical.toRight();
                    anyCategories = true;
                }
            }
        }
    }
}
