package dev.latido.model.artifact;

/** An artifact that cannot be used; its message is one sentence that names the file and the fact. */
public final class UnusableArtifactException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnusableArtifactException(String sentence) {
        super(sentence);
    }

    public UnusableArtifactException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
