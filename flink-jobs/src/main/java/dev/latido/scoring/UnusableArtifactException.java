package dev.latido.scoring;

/** An artifact that nothing can be scored with; the message is one sentence. */
public final class UnusableArtifactException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnusableArtifactException(String sentence) {
        super(sentence);
    }
}
