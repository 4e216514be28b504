package dev.latido.change;

/** What a change is about; each kind has a topic of its own. */
public enum ChangeKind {
    RULE("rule"),
    MODEL("model");

    private final String text;

    ChangeKind(String text) {
        this.text = text;
    }

    /** The word for one of what is changed. */
    public String text() {
        return text;
    }
}
