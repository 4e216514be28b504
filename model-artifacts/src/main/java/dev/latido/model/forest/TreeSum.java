package dev.latido.model.forest;

import dev.latido.model.booster.Categories;
import dev.latido.model.booster.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trees of one output, added up in their order; see {@link TreeLayout} for how a row goes down.
 *
 * <p>Several trees go down side by side, because each step of one tree waits for the step before.
 */
final class TreeSum {

    private static final int LANES = 8;

    private final float baseMargin;
    private final int[] roots;
    private final int[] steps;
    private final long[] tests;
    private final int[] lefts;
    private final float[] leaves;
    /** Per node; null when no split is categorical. */
    private final @Nullable Categories @Nullable [] categories;

    private TreeSum(float baseMargin, TreeLayout layout) {
        this.baseMargin = baseMargin;
        this.roots = layout.roots;
        this.steps = layout.steps;
        this.tests = layout.tests;
        this.lefts = layout.lefts;
        this.leaves = layout.leaves;
        this.categories = layout.categorical() ? layout.categories : null;
    }

    static TreeSum of(float baseMargin, List<Tree> trees) {
        return new TreeSum(baseMargin, new TreeLayout(trees, LANES));
    }

    /** The margin of a row, given as its keys and its values. */
    float margin(int[] keys, float[] row, int offset) {
        return categories == null ? numerical(keys) : mixed(categories, keys, row, offset);
    }

    private float numerical(int[] keys) {
        long[] tests = this.tests;
        int[] lefts = this.lefts;
        float margin = baseMargin;
        for (int block = 0; block < steps.length; block++) {
            int tree = block * LANES;
            int a = roots[tree];
            int b = roots[tree + 1];
            int c = roots[tree + 2];
            int d = roots[tree + 3];
            int e = roots[tree + 4];
            int f = roots[tree + 5];
            int g = roots[tree + 6];
            int h = roots[tree + 7];
            for (int step = steps[block]; step > 0; step--) {
                long testA = tests[a];
                long testB = tests[b];
                long testC = tests[c];
                long testD = tests[d];
                long testE = tests[e];
                long testF = tests[f];
                long testG = tests[g];
                long testH = tests[h];
                a = lefts[a] + isAbove(keys[(int) testA], testA);
                b = lefts[b] + isAbove(keys[(int) testB], testB);
                c = lefts[c] + isAbove(keys[(int) testC], testC);
                d = lefts[d] + isAbove(keys[(int) testD], testD);
                e = lefts[e] + isAbove(keys[(int) testE], testE);
                f = lefts[f] + isAbove(keys[(int) testF], testF);
                g = lefts[g] + isAbove(keys[(int) testG], testG);
                h = lefts[h] + isAbove(keys[(int) testH], testH);
            }
            margin = margin + leaves[a] + leaves[b] + leaves[c] + leaves[d] + leaves[e] + leaves[f] + leaves[g]
                    + leaves[h];
        }
        return margin;
    }

    private int next(int node, int[] keys) {
        long test = tests[node];
        return lefts[node] + isAbove(keys[(int) test], test);
    }

    /** 1 when the key is greater than the one in the test's upper half, else 0. */
    private static int isAbove(int key, long test) {
        return (int) (((test >> 32) - key) >>> 63);
    }

    private float mixed(@Nullable Categories[] categories, int[] keys, float[] row, int offset) {
        float margin = baseMargin;
        for (int root : roots) {
            int node = root;
            for (int left = lefts[node]; left != node; left = lefts[node]) {
                Categories toRight = categories[node];
                float value = row[offset + RowKeys.feature((int) tests[node])];
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
}
