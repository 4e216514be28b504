package dev.latido.bench.score;

import java.util.Locale;

/**
 * What a way of scoring says of all rows.
 *
 * @param numbers of each row
 */
@SuppressWarnings("ArrayRecordComponent") // compared by the method below
record Results(float[][] numbers) {

    static Results of(RowScorer scorer, float[][] rows, int width) throws Exception {
        float[][] numbers = new float[rows.length][width];
        for (int row = 0; row < rows.length; row++) {
            scorer.score(rows[row], numbers[row]);
        }
        return new Results(numbers);
    }

    /** A number that is another one when the first number of any row is. */
    long checksum() {
        long sum = 0;
        for (float[] row : numbers) {
            sum += Float.floatToRawIntBits(row[0]);
        }
        return sum;
    }

    /**
     * How far two ways agree, as a line of text.
     *
     * @param bound how far numbers may be apart; 0 where all bits must be equal
     * @throws IllegalStateException when they are farther apart, so that comparing their speed means nothing
     */
    String compare(Results other, double bound) throws DifferentResultsException {
        int equal = 0;
        double largest = 0;
        for (int row = 0; row < numbers.length; row++) {
            boolean same = true;
            for (int i = 0; i < numbers[row].length; i++) {
                float one = numbers[row][i];
                float two = other.numbers[row][i];
                same &= Float.floatToRawIntBits(one) == Float.floatToRawIntBits(two);
                double apart = Math.abs((double) one - two);
                largest = Math.max(largest, apart); // of NaN too
            }
            equal += same ? 1 : 0;
        }
        if (bound == 0 ? equal < numbers.length : !(largest <= bound)) {
            throw new DifferentResultsException("the sides differ: only " + equal + " of " + numbers.length
                    + " rows are equal, the largest difference is " + largest);
        }
        return String.format(
                Locale.ROOT,
                "%d of %d rows equal to the last bit, largest difference %.1e",
                equal,
                numbers.length,
                largest);
    }
}
