package dev.latido.event;

/** How urgently somebody should look after a customer; in rising order. */
public enum Level {
    NONE("none"),
    MONITOR("monitor"),
    URGENT("urgent"),
    IMMEDIATE("immediate");

    private final String text;

    Level(String text) {
        this.text = text;
    }

    /** The level as it stands in records. */
    public String text() {
        return text;
    }

    public boolean atLeast(Level other) {
        return compareTo(other) >= 0;
    }
}
