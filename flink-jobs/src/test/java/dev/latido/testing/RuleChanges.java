package dev.latido.testing;

import dev.latido.rule.EffectiveChange;
import dev.latido.rule.Rule;
import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleChange.Action;

/** Changes of rules for tests. */
public final class RuleChanges {

    private RuleChanges() {}

    /** The text of a rule of one step. */
    public static String text(String id, int version) {
        return text(id, version, Rule.OnChange.DRAIN, "login");
    }

    public static String text(String id, int version, Rule.OnChange policy, String... steps) {
        StringBuilder text = new StringBuilder("""
                id: %s
                version: %d
                title: %s
                message: found
                severity: urgent
                within: 1 day
                skip: none
                on-change: %s
                steps:
                """.formatted(id, version, id, policy.text()));
        for (String step : steps) {
            text.append("  - step: ").append(step).append("\n    kind: LOGIN\n");
        }
        return text.toString();
    }

    public static RuleChange apply(String id, int version) {
        return apply(id, version, RuleChange.AT_ONCE);
    }

    public static RuleChange apply(String id, int version, long effectiveAt) {
        return change(id, Action.APPLY, text(id, version), effectiveAt);
    }

    public static RuleChange change(String id, Action action, String definition) {
        return change(id, action, definition, RuleChange.AT_ONCE);
    }

    public static RuleChange change(String id, Action action, String definition, long effectiveAt) {
        return new RuleChange(id, action, definition, "ada", "a test", effectiveAt);
    }

    /** A change that has been accepted just before it takes effect. */
    public static EffectiveChange effective(long changeId, long effectiveAt, RuleChange change) {
        return effective(changeId, effectiveAt - 1, effectiveAt, change);
    }

    public static EffectiveChange effective(long changeId, long acceptedAt, long effectiveAt, RuleChange change) {
        return new EffectiveChange(changeId, acceptedAt, effectiveAt, 1, Rule.OnChange.DRAIN, change);
    }
}
