package dev.latido.models;

/** A change of a model that would be refused, or must not be; the message is a sentence for the person who wants it. */
public final class UnusableModelChangeException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableModelChangeException(String sentence) {
        super(sentence);
    }
}
