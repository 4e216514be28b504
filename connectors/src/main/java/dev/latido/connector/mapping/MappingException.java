package dev.latido.connector.mapping;

/** A mapping file that cannot be used; its message is one sentence with file, line, what is wrong and what is allowed. */
public final class MappingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MappingException(String message) {
        super(message);
    }
}
