package dev.latido.connector.record;

/** A record that was read but is not a valid event; its message is the reason that the dead letter carries. */
public final class InvalidRecordException extends Exception {

    private static final long serialVersionUID = 1L;

    public InvalidRecordException(String reason) {
        super(reason, null, false, false);
    }
}
