package dev.latido.model.artifact;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How the probability is made of the margin, where the link of the objective alone is not good enough.
 *
 * @param slope of Platt's scaling; null without
 * @param intercept of Platt's scaling; null without
 */
public record Calibration(
        Method method, @Nullable Double slope, @Nullable Double intercept) {

    public static final Calibration NONE = new Calibration(Method.NONE, null, null);

    /** The ways there are. */
    public enum Method {
        /** The link of the objective. */
        @JsonProperty("none")
        NONE,
        /** The logistic function of {@code slope * margin + intercept} (Platt 1999). */
        @JsonProperty("platt")
        PLATT
    }

    public Calibration {
        requireNonNull(method, "calibration.method is missing");
        boolean complete = slope != null && intercept != null && Double.isFinite(slope) && Double.isFinite(intercept);
        if (method == Method.PLATT && !complete) {
            throw new IllegalArgumentException("calibration needs a finite slope and intercept");
        }
        if (method == Method.NONE && (slope != null || intercept != null)) {
            throw new IllegalArgumentException("calibration has method none, but a slope or an intercept");
        }
    }

    public static Calibration platt(double slope, double intercept) {
        return new Calibration(Method.PLATT, slope, intercept);
    }

    @JsonIgnore
    public boolean isNone() {
        return method == Method.NONE;
    }

    /** The probability that belongs to a margin; only where there is a calibration. */
    public double probability(double margin) {
        return 1 / (1 + Math.exp(-(requireNonNull(slope, "slope") * margin + requireNonNull(intercept, "intercept"))));
    }
}
