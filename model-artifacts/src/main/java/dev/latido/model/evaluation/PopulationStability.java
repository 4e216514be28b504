package dev.latido.model.evaluation;

/**
 * The population stability index (PSI): how far the shares of rows per bin have moved. Below 0.1 is usually called stable, above
 * 0.25 a shift.
 */
public final class PopulationStability {

    /** What an empty bin counts as: a share of one in ten thousand, so that the index stays finite. */
    private static final double LEAST_SHARE = 1e-4;

    private PopulationStability() {}

    /**
     * The sum over the bins of {@code (actual - expected) * ln(actual / expected)}, in shares; at least 0, and NaN when
     * either has no rows.
     *
     * @throws IllegalArgumentException when the numbers of bins differ
     */
    public static double index(long[] expected, long[] actual) {
        if (expected.length != actual.length) {
            throw new IllegalArgumentException(expected.length + " bins expected, " + actual.length + " found");
        }
        double allExpected = sum(expected);
        double allActual = sum(actual);
        double index = 0;
        for (int bin = 0; bin < expected.length; bin++) {
            double before = Math.max(LEAST_SHARE, expected[bin] / allExpected);
            double after = Math.max(LEAST_SHARE, actual[bin] / allActual);
            index += (after - before) * Math.log(after / before);
        }
        return index;
    }

    private static double sum(long[] counts) {
        double sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
