package dev.latido.cli;

/** A failure that its message explains to the user in one sentence; the command ends with exit code 1. */
public final class CommandFailure extends RuntimeException {

    public CommandFailure(String sentence) {
        super(sentence);
    }

    public CommandFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
