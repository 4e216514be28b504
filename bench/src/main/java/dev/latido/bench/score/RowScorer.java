package dev.latido.bench.score;

/** A library that scores one row at a time, on the caller's thread. */
interface RowScorer extends AutoCloseable {

    /**
     * Scores a row.
     *
     * @param row a value per feature, NaN where it is missing
     * @param out receives the margin; or the contributions, one per feature, and the bias
     */
    void score(float[] row, float[] out) throws Exception;

    @Override
    default void close() {}
}
