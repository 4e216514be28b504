package dev.latido.live;

import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleChange.Action;

/** Rules over the events of a {@link EndlessFeed}; versions of a rule differ in what they hold for a failure. */
final class RuleTexts {

    private static final String THREE_STEPS = """
              - step: looked
                kind: PAGE_VIEW
                when: event.name == 'Plans'
              - step: left
                kind: PAGE_VIEW
                when: event.name == 'Cancel' && failed.amount %% 5 != %d
            """;

    private static final String ABSENCE = """
              - not: paid
                kind: PAYMENT_SUCCEEDED
            """;

    private RuleTexts() {}

    /** A failed payment, then the plans, then the cancel page. */
    static RuleChange sequence(String id, int version, String onChange, String mode) {
        return apply(id, version, onChange, mode, 600, THREE_STEPS.formatted(version));
    }

    /** A failed payment, and none that succeeds. */
    static RuleChange absence(String id, int version, String onChange) {
        return apply(id, version, onChange, "live", 240, ABSENCE);
    }

    private static RuleChange apply(
            String id, int version, String onChange, String mode, int withinMinutes, String furtherSteps) {
        return new RuleChange(
                id,
                Action.APPLY,
                """
                id: %s
                version: %d
                title: Payment failed
                message: "A payment of ${failed.amount} failed."
                severity: monitor
                mode: %s
                within: %d minutes
                on-change: %s
                steps:
                  - step: failed
                    kind: PAYMENT_FAILED
                    when: event.amount %% 7 != %d
                """.formatted(id, version, mode, withinMinutes, onChange, version) + furtherSteps,
                "ada",
                "a test",
                RuleChange.AT_ONCE);
    }

    /** What has no text of its own, with the text that is in force. */
    static RuleChange of(Action action, RuleChange applied) {
        return new RuleChange(
                applied.ruleId(),
                action,
                action == Action.DELETE ? "" : applied.definition(),
                "ada",
                "a test",
                RuleChange.AT_ONCE);
    }

    static RuleChange at(RuleChange change, long effectiveAt) {
        return new RuleChange(
                change.ruleId(), change.action(), change.definition(), change.by(), change.reason(), effectiveAt);
    }
}
