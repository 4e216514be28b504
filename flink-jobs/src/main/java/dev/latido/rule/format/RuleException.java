package dev.latido.rule.format;

/** A rule, or a file beside it, that cannot be used; its message is one sentence with file, line and column. */
public final class RuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RuleException(String message) {
        super(message);
    }
}
