package dev.latido.scoring;

/** What an artifact does for its model. */
public enum Role {
    /** Its scores are published, and alert. */
    ACTIVE("active"),
    /** Its scores are compared with those of the active one, and nothing else. */
    SHADOW("shadow");

    private final String text;

    Role(String text) {
        this.text = text;
    }

    /** The word for it in records. */
    public String text() {
        return text;
    }
}
