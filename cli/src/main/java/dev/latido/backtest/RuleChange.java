package dev.latido.backtest;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What became of a rule between two directories.
 *
 * @param before empty where the rule was added
 * @param after empty where it was removed
 * @param gained alerts (of a customer at an instant) that only the rule after raises
 * @param lost alerts that only the rule before raises
 */
public record RuleChange(
        String ruleId,
        Optional<RuleReport> before,
        Optional<RuleReport> after,
        List<JudgedFiring> gained,
        List<JudgedFiring> lost) {

    public RuleChange {
        requireNonNull(ruleId, "ruleId");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }

    public Kind kind() {
        if (before.isEmpty()) {
            return Kind.ADDED;
        }
        if (after.isEmpty()) {
            return Kind.REMOVED;
        }
        boolean sameText = before.get().rule().equals(after.get().rule());
        return sameText && gained.isEmpty() && lost.isEmpty() ? Kind.SAME : Kind.CHANGED;
    }

    /** What happened to a rule. */
    public enum Kind {
        ADDED("added"),
        REMOVED("removed"),
        CHANGED("changed"),
        SAME("same");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
