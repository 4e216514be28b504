package dev.latido.control;

/** A place of which no artifact could be read; the message is one sentence. */
public final class UnreadableLocationException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean absent;

    UnreadableLocationException(boolean absent, String sentence) {
        super(sentence);
        this.absent = absent;
    }

    /** Whether nothing could be read, rather than what must not be. */
    public boolean absent() {
        return absent;
    }
}
