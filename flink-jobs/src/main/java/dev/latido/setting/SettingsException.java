package dev.latido.setting;

/** Settings that cannot be used; the message is one sentence that names the key, the value and what is allowed. */
public final class SettingsException extends Exception {

    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
