package dev.latido.replay;

/** Says in one sentence why results cannot be written where the user wants them. */
public final class UnusableOutputException extends RuntimeException {

    UnusableOutputException(String sentence) {
        super(sentence);
    }

    UnusableOutputException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
