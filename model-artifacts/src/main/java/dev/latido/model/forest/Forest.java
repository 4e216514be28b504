package dev.latido.model.forest;

import dev.latido.model.booster.Booster;
import dev.latido.model.booster.Tree;
import java.util.List;

/**
 * A model's trees, flattened for scoring.
 *
 * <p>Margins are equal to XGBoost's to the last bit: the base margin first, then the leaves in the order of the trees, in
 * {@code float} arithmetic. Immutable and safe for use by several threads; scoring allocates nothing but, once per thread,
 * room for the keys of a row.
 */
public final class Forest {

    private final int featureCount;
    private final TreeSum[] sums;
    private final ThreadLocal<int[]> keys;

    private Forest(int featureCount, TreeSum[] sums) {
        this.featureCount = featureCount;
        this.sums = sums;
        this.keys = ThreadLocal.withInitial(() -> new int[2 * featureCount]);
    }

    public static Forest of(Booster booster) {
        TreeSum[] sums = new TreeSum[booster.outputs()];
        for (int output = 0; output < sums.length; output++) {
            sums[output] = TreeSum.of(booster.baseMargins().get(output), treesOf(booster, output));
        }
        return new Forest(booster.featureCount(), sums);
    }

    private static List<Tree> treesOf(Booster booster, int output) {
        return booster.trees().stream().filter(tree -> tree.output() == output).toList();
    }

    /** How many values a row has. */
    public int featureCount() {
        return featureCount;
    }

    /** How many margins a row has. */
    public int outputs() {
        return sums.length;
    }

    /**
     * Computes the margins of one row.
     *
     * @param row holds {@link #featureCount} values from {@code offset} on, in the model's order; NaN is missing
     * @param out receives {@link #outputs} margins
     */
    public void margins(float[] row, int offset, float[] out) {
        int[] keys = this.keys.get();
        RowKeys.write(row, offset, featureCount, keys);
        for (int output = 0; output < sums.length; output++) {
            out[output] = sums[output].margin(keys, row, offset);
        }
    }
}
