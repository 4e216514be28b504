package dev.latido.event;

import java.util.Map;

/** What feedback says, on a scale of 0 to 10. */
public final class Rating {

    private static final double DEFAULT_SCALE = 5;
    private static final double TOP = 10;

    private Rating() {}

    /**
     * The answer that an event's attributes hold, on a scale of 0 to 10; NaN when {@code score} is missing, not a number
     * or out of range.
     *
     * @param kind {@link Kind#NPS} or {@link Kind#CSAT}
     */
    public static double of(Kind kind, Map<String, String> attributes) {
        double score = number(attributes.getOrDefault("score", ""));
        if (kind == Kind.NPS) {
            return score >= 0 && score <= TOP ? score : Double.NaN;
        }
        String scaleText = attributes.get("scale");
        double scale = scaleText == null ? DEFAULT_SCALE : number(scaleText);
        return scale > 0 && scale < Double.POSITIVE_INFINITY && score >= 0 && score <= scale
                ? score * TOP / scale
                : Double.NaN;
    }

    private static double number(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text) + 0.0;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
