package dev.latido.model.forest;

/**
 * Floats as whole numbers of the same order, so that a split is decided by a subtraction and without a branch.
 *
 * <p>A row has two keys per feature, one below and one above all others where the value is missing: a split that sends
 * missing values left looks at the first, any other at the second.
 */
final class RowKeys {

    private static final int INFINITY_BITS = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    private RowKeys() {}

    /** Where the keys of a row have the one that a split looks at. */
    static int slot(int feature, boolean defaultLeft) {
        return 2 * feature + (defaultLeft ? 0 : 1);
    }

    /** The key below a threshold: exactly the keys of values that are not less than the threshold are greater. */
    static int below(float threshold) {
        if (Float.isNaN(threshold)) {
            return Integer.MIN_VALUE;
        }
        // Minus zero and zero are equal as floats, and the key of minus zero is the smaller one.
        return key(Float.floatToRawIntBits(threshold == 0 ? -0f : threshold)) - 1;
    }

    /** Writes the keys of a row, two for each of its values. */
    static void write(float[] row, int offset, int count, int[] keys) {
        for (int feature = 0; feature < count; feature++) {
            int bits = Float.floatToRawIntBits(row[offset + feature]);
            int key = key(bits);
            int missing = (INFINITY_BITS - (bits & Integer.MAX_VALUE)) >> 31;
            keys[2 * feature] = (key & ~missing) | (Integer.MIN_VALUE & missing);
            keys[2 * feature + 1] = (key & ~missing) | (Integer.MAX_VALUE & missing);
        }
    }

    private static int key(int bits) {
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }
}
