package dev.latido.control;

/** A place of which no artifact could be read; the message is one sentence. */
public final class UnreadableLocationException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableLocationException(String sentence) {
        super(sentence);
    }
}
