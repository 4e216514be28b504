package dev.latido.backtest;

import static java.util.Objects.requireNonNull;

import dev.latido.rule.Mode;

/**
 * A rule that was run over history.
 *
 * @param text the rule file as it was read; two rules with the same text are the same
 */
public record BacktestedRule(String id, int version, String title, Mode mode, String text) {

    public BacktestedRule {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(mode, "mode");
        requireNonNull(text, "text");
    }
}
