package dev.latido.model.scorer;

/** XGBoost's native library cannot be loaded here; its message is one sentence that says what helps. */
public final class MissingNativeLibraryException extends Exception {

    private static final long serialVersionUID = 1L;

    MissingNativeLibraryException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
