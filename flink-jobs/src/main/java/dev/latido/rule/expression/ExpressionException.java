package dev.latido.rule.expression;

/** An expression that cannot be used; its message says in one sentence what is wrong and what is allowed. */
public final class ExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int offset;

    ExpressionException(int offset, String message) {
        super(message);
        this.offset = offset;
    }

    /** The character of the text at which it is wrong, from 0. */
    public int offset() {
        return offset;
    }

    /** The same, of a text in which the expression begins at a character. */
    ExpressionException within(int start) {
        return new ExpressionException(start + offset, String.valueOf(getMessage()));
    }
}
