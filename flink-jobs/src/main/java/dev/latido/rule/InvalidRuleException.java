package dev.latido.rule;

/** A text that is no rule; the message says what, where and what is allowed. */
public final class InvalidRuleException extends Exception {

    private static final long serialVersionUID = 1L;

    public InvalidRuleException(String message) {
        super(message);
    }
}
