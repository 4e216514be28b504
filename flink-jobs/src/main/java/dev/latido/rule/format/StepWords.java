package dev.latido.rule.format;

import dev.latido.rule.Condition;
import dev.latido.rule.Contiguity;
import dev.latido.rule.Step;
import java.util.Optional;

/** Says in plain words what a step asks for. */
final class StepWords {

    private StepWords() {}

    /** {@code three PAGE_VIEW events where ... (views)}. */
    static String of(Step step) {
        return quantity(step) + " " + Kinds.words(step.kinds()) + (step.times().isOnce() ? " event" : " events")
                + where(step.when()) + " (" + step.name() + ")" + repetitions(step);
    }

    /** {@code a LOGIN event where ...}. */
    static String event(Step step) {
        return quantity(step) + " " + Kinds.words(step.kinds()) + " event" + where(step.when());
    }

    /** {@code no PAYMENT_SUCCEEDED event where ... (paid)}. */
    static String none(Step step) {
        return "no " + Kinds.words(step.kinds()) + " event" + where(step.when()) + " (" + step.name() + ")";
    }

    /** How the step follows the one before. */
    static String lead(Step step) {
        return switch (step.contiguity()) {
            case NEXT -> "then, as the very next event of the customer, ";
            case FOLLOWED_BY -> "then later ";
            case FOLLOWED_BY_ANY -> "then at any later time (each that fits makes a match of its own) ";
        };
    }

    static String where(Optional<Condition> condition) {
        return condition.map(when -> " where " + line(when.text())).orElse("");
    }

    private static String quantity(Step step) {
        int least = step.times().least();
        if (step.times().isOnce()) {
            return "AEIOU"
                                    .indexOf(Character.toUpperCase(
                                            Kinds.words(step.kinds()).charAt(0)))
                            >= 0
                    ? "an"
                    : "a";
        }
        if (step.times().isUnbounded()) {
            return least + " or more";
        }
        return least == step.times().most()
                ? String.valueOf(least)
                : least + " to " + step.times().most();
    }

    private static String repetitions(Step step) {
        StringBuilder words = new StringBuilder();
        if (!step.times().isOnce()) {
            words.append(inner(step.inner()));
        }
        if (step.greedy()) {
            words.append(", as many as there are");
        }
        step.until().ifPresent(until -> words.append(", until an event where ").append(line(until.text())));
        if (step.optional()) {
            words.append(", if there is any");
        }
        return words.toString();
    }

    private static String inner(Contiguity inner) {
        return switch (inner) {
            case NEXT -> ", directly one after the other";
            case FOLLOWED_BY -> ", with other events in between or not";
            case FOLLOWED_BY_ANY -> ", in every choice of those that fit";
        };
    }

    static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
