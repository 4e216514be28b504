package dev.latido.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a model said in an alert, and what counted most, in lines. */
final class ExplainedPrediction {

    private ExplainedPrediction() {}

    /**
     * A line for the probability and one for each factor, with what it adds to the margin.
     *
     * @param prediction the member of that name of an alert's evidence
     */
    static List<String> lines(JsonNode prediction) {
        List<String> lines = new ArrayList<>();
        lines.add(prediction.path("model").asText() + " " + percent(prediction.path("probability")) + " ("
                + prediction.path("level").asText() + ", version "
                + prediction.path("version").asText() + ")");
        for (JsonNode factor : prediction.path("factors")) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%+6.2f  %s",
                    factor.path("contribution").asDouble(),
                    factor.path("text").asText()));
        }
        return lines;
    }

    /** Cut off, as in titles: nobody is to see a number above a cut that the probability is not above. */
    private static String percent(JsonNode probability) {
        return BigDecimal.valueOf(probability.asDouble()).movePointRight(2).setScale(1, RoundingMode.DOWN) + " %";
    }
}
