package dev.latido.scoring;

import dev.latido.event.Alert;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Risks in Spanish. */
final class SpanishRiskWords implements RiskWords {

    private static final char POINT = ',';

    @Override
    public String factor(String fact, Effect effect, boolean raises) {
        return fact + ": " + (raises ? "aumenta " : "reduce ")
                + switch (effect) {
                    case RISK -> "el riesgo";
                    case PROBABILITY -> "la probabilidad";
                    case VALUE -> "el valor";
                };
    }

    @Override
    public String title(RiskFinding found) {
        return "riesgo alto de " + words(found.prediction().model()) + " ("
                + Percent.whole(found.prediction().probability()) + " %)";
    }

    @Override
    public String message(RiskFinding found) {
        Alert.ExplainedPrediction prediction = found.prediction();
        return "El modelo " + prediction.model() + ", versión " + prediction.version() + ", da una probabilidad del "
                + Percent.exact(prediction.probability(), POINT) + " %"
                + (found.horizonDays() == null ? "" : " en " + found.horizonDays() + " días")
                + "; por encima del " + Percent.exact(found.high(), POINT) + " % es alta."
                + factors(prediction.factors());
    }

    @Override
    public String endTitle(String model, Ending ending) {
        return switch (ending) {
            case CALM -> "ya sin riesgo alto de " + words(model) + ", alerta cerrada";
            case CANCELLED -> "ha cancelado, alerta por riesgo de " + words(model) + " cerrada";
            case UNWATCHED -> "el riesgo de " + words(model) + " ya no se vigila, alerta cerrada";
        };
    }

    @Override
    public String reason(String model, Ending ending) {
        return switch (ending) {
            case CALM -> "La probabilidad ya no es alta.";
            case CANCELLED -> "El cliente ha terminado todas sus suscripciones; no queda nada que vigilar.";
            case UNWATCHED -> "El modelo " + model + " ya no da alertas.";
        };
    }

    @Override
    public String calm(double probability, double calmUpTo, int days) {
        return "Es del " + Percent.exact(probability, POINT) + " %, tras "
                + (days == 1 ? "una evaluación diaria" : days + " evaluaciones diarias seguidas") + " con un "
                + Percent.exact(calmUpTo, POINT) + " % o menos.";
    }

    @Override
    public String opened(Instant at) {
        return "La alerta se abrió el " + at + ".";
    }

    private static String factors(List<Alert.Factor> factors) {
        return factors.isEmpty()
                ? ""
                : factors.stream().map(Alert.Factor::text).collect(Collectors.joining("; ", " Lo que más pesa: ", "."));
    }

    private static String words(String model) {
        return model.replace('-', ' ');
    }
}
