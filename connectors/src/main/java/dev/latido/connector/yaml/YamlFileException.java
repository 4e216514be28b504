package dev.latido.connector.yaml;

/** A YAML file that is not what it should be; its message is one sentence with file, line and column. */
public final class YamlFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public YamlFileException(String message) {
        super(message);
    }
}
