package dev.latido.scoring;

import dev.latido.event.Alert;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Risks in English. */
final class EnglishRiskWords implements RiskWords {

    private static final char POINT = '.';

    @Override
    public String factor(String fact, Effect effect, boolean raises) {
        return fact + ": " + (raises ? "raises " : "lowers ")
                + switch (effect) {
                    case RISK -> "risk";
                    case PROBABILITY -> "probability";
                    case VALUE -> "value";
                };
    }

    @Override
    public String title(RiskFinding found) {
        return "high " + risk(found.prediction().model()) + " ("
                + Percent.whole(found.prediction().probability()) + " %)";
    }

    @Override
    public String message(RiskFinding found) {
        Alert.ExplainedPrediction prediction = found.prediction();
        return "Model " + prediction.model() + ", version " + prediction.version() + ", gives a probability of "
                + Percent.exact(prediction.probability(), POINT) + " %"
                + (found.horizonDays() == null ? "" : " within " + found.horizonDays() + " days") + "; above "
                + Percent.exact(found.high(), POINT) + " % it is high."
                + factors(prediction.factors());
    }

    @Override
    public String endTitle(String model, Ending ending) {
        return switch (ending) {
            case CALM -> "no longer at high " + risk(model) + ", alert closed";
            case CANCELLED -> "has cancelled, alert of " + risk(model) + " closed";
            case UNWATCHED -> risk(model) + " is no longer watched, alert closed";
        };
    }

    @Override
    public String reason(String model, Ending ending) {
        return switch (ending) {
            case CALM -> "The probability is no longer high.";
            case CANCELLED -> "The customer has ended every subscription; nothing more will be watched.";
            case UNWATCHED -> "Model " + model + " raises no alerts any more.";
        };
    }

    @Override
    public String calm(double probability, double calmUpTo, int days) {
        return "It is " + Percent.exact(probability, POINT) + " %, after "
                + (days == 1 ? "a daily evaluation" : days + " daily evaluations in a row") + " at "
                + Percent.exact(calmUpTo, POINT) + " % or less.";
    }

    @Override
    public String opened(Instant at) {
        return "The alert was raised at " + at + ".";
    }

    private static String factors(List<Alert.Factor> factors) {
        return factors.isEmpty()
                ? ""
                : factors.stream()
                        .map(Alert.Factor::text)
                        .collect(Collectors.joining("; ", " What counts most: ", "."));
    }

    private static String risk(String model) {
        return model.replace('-', ' ') + " risk";
    }
}
