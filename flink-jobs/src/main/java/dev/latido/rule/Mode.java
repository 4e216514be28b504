package dev.latido.rule;

/** Whether the matches of a rule count. */
public enum Mode {
    /** They raise alerts. */
    LIVE("live"),
    /** They are counted and written down; nobody is alerted. */
    SHADOW("shadow");

    private final String text;

    Mode(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
