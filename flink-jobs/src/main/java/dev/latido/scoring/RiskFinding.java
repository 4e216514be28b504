package dev.latido.scoring;

import static java.util.Objects.requireNonNull;

import dev.latido.event.Alert;
import org.jspecify.annotations.Nullable;

/**
 * What an alert about a risk has to say.
 *
 * @param high the cut above which the probability is high
 * @param horizonDays within how many days it is to come true; null where the model does not say
 */
public record RiskFinding(
        Alert.ExplainedPrediction prediction,
        double high,
        @Nullable Integer horizonDays) {
    public RiskFinding {
        requireNonNull(prediction, "prediction");
    }
}
