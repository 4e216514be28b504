package dev.latido.health;

import static dev.latido.state.StateReader.NEVER;

import dev.latido.event.Kind;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.Map;

/** What a customer last said when asked how content they are, 0 to 10. */
public final class Satisfaction {

    private static final double DEFAULT_SCALE = 5;
    private static final double TOP = 10;

    private long answeredAt = NEVER;
    private double answer;

    Satisfaction() {}

    /**
     * The answer that an event's attributes hold, on a scale of 0 to 10; NaN when {@code score} is missing, not a number
     * or out of range.
     *
     * @param kind {@link Kind#NPS} or {@link Kind#CSAT}
     */
    public static double answer(Kind kind, Map<String, String> attributes) {
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

    void answered(double given, long at) {
        if (!Double.isNaN(given) && at >= answeredAt) {
            answeredAt = at;
            answer = given;
        }
    }

    /** The latest answer of the last 90 days; NaN when there is none. */
    double latest(int today) {
        boolean recent = answeredAt != NEVER && UtcDay.of(answeredAt) > today - Health.QUARTER_DAYS;
        return recent ? answer : Double.NaN;
    }

    void write(StateWriter out) {
        out.instant(answeredAt);
        if (answeredAt != NEVER) {
            out.decimal(answer);
        }
    }

    static Satisfaction read(StateReader in) {
        Satisfaction read = new Satisfaction();
        read.answeredAt = in.instant();
        if (read.answeredAt != NEVER) {
            read.answer = in.decimal();
        }
        return read;
    }
}
