package dev.latido.training;

/** Says in one sentence why recorded features cannot be learned from. */
public final class UnusableFeaturesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableFeaturesException(String sentence) {
        super(sentence);
    }

    UnusableFeaturesException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
