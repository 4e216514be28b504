package dev.latido.live;

/** A state directory that cannot be used; its message is one sentence for the person who named it. */
public final class UnusableStateException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableStateException(String sentence) {
        super(sentence);
    }

    UnusableStateException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
