package dev.latido.event;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What a model says of a customer at one evaluation.
 *
 * @param model the model's name, such as {@code churn}
 * @param version the artifact of that model
 * @param value a probability from 0 to 1, or an amount in the unit of the model's label; as {@link #published} has it
 * @param level {@code high}, {@code medium} or {@code low}; absent where the value is no probability
 */
public record Prediction(
        String model,
        String version,
        double value,
        @Nullable String level) {

    /** The model whose prediction has members of its own in a {@link HealthScore}. */
    public static final String CHURN = "churn";

    /** A float of this size has no fraction that could be rounded. */
    private static final float WHOLE = 1 << 24;

    private static final double FOUR_DECIMALS = 10_000;

    public Prediction {
        requireNonNull(model, "model");
        requireNonNull(version, "version");
    }

    /**
     * A model's output as it is published, compared and shown to rules: the nearest number with four decimals, halves upwards;
     * what is too large for a float is the largest one, so that it is always a number. NaN stays NaN.
     */
    public static double published(float output) {
        if (Math.abs(output) < WHOLE) {
            return Math.round(output * FOUR_DECIMALS) / FOUR_DECIMALS;
        }
        return Math.max(-Float.MAX_VALUE, Math.min(output, Float.MAX_VALUE));
    }
}
