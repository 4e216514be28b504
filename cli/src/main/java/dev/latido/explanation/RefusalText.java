package dev.latido.explanation;

import java.util.stream.Collectors;

/** Says which event came nearest to what a step asks, and what it lacked. */
final class RefusalText {

    private RefusalText() {}

    /** Empty where no event was refused. */
    static String of(Refusals refusals) {
        Refusal nearest = refusals.nearest();
        if (nearest == null) {
            return "";
        }
        String first = refusals.count() == 1
                ? "One event was of a kind that step " + nearest.step() + " looks for, but did not meet its condition: "
                : refusals.count() + " events were of a kind that step " + nearest.step()
                        + " looks for, but did not meet its condition; the nearest: ";
        return first + EventWords.of(nearest.event()) + " at " + nearest.event().at() + ". " + failures(nearest);
    }

    static String failures(Refusal refusal) {
        return refusal.failures().stream().map(RefusalText::of).collect(Collectors.joining(" "));
    }

    private static String of(Refusal.Failure failure) {
        String condition = "It failed " + failure.condition().strip().replaceAll("\\s+", " ");
        return failure.values().isEmpty()
                ? condition + "."
                : condition + ", with " + EventWords.of(failure.values()) + ".";
    }
}
