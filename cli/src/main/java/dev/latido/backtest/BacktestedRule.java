package dev.latido.backtest;

import static java.util.Objects.requireNonNull;

import dev.latido.rule.Mode;

/**
 * A rule that was run over history.
 *
 * @param enabled whether it runs at all; one that is switched off finds nothing
 * @param text the rule file as it was read; two rules with the same text are the same
 */
public record BacktestedRule(String id, int version, String title, Mode mode, boolean enabled, String text) {

    public BacktestedRule {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(mode, "mode");
        requireNonNull(text, "text");
    }

    /** What sets it apart from a rule that alerts people, to be put behind its name; empty where nothing does. */
    public String remark() {
        if (!enabled) {
            return " (off)";
        }
        return mode == Mode.SHADOW ? " (shadow)" : "";
    }
}
