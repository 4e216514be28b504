package dev.latido.model.scorer;

/** A model that gives the margins of rows; to be used by one thread at a time. */
public interface Scorer extends AutoCloseable {

    /** How many values a row has. */
    int featureCount();

    /** How many margins a row has. */
    int outputs();

    /**
     * Computes the margins of one row.
     *
     * @param row holds {@link #featureCount} values in the model's order; NaN is missing
     * @param out receives {@link #outputs} margins
     */
    void margins(float[] row, float[] out);

    /** Gives back what it holds outside of the heap; it cannot be used afterwards. */
    @Override
    default void close() {}
}
