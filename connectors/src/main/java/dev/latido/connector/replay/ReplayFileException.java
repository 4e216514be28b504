package dev.latido.connector.replay;

import java.io.IOException;

/** A file that cannot be replayed; the message is one sentence that names it. */
public final class ReplayFileException extends IOException {

    private static final long serialVersionUID = 1L;

    public ReplayFileException(String message) {
        super(message);
    }
}
