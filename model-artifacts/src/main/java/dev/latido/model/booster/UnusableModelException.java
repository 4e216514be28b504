package dev.latido.model.booster;

/** A model that cannot be used; its message is one sentence for the person who gave it. */
public final class UnusableModelException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnusableModelException(String sentence) {
        super(sentence);
    }

    public UnusableModelException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
