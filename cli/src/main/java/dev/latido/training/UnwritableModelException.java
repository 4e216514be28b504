package dev.latido.training;

/** Says in one sentence where a model cannot be written. */
public final class UnwritableModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnwritableModelException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
