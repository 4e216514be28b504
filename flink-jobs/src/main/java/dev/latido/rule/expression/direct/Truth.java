package dev.latido.rule.expression.direct;

/** What a test comes to. */
public enum Truth {
    TRUE,
    FALSE,
    /** It cannot be computed: something that it reads is not there. */
    ERROR;

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }
}
