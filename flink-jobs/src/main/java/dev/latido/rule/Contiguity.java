package dev.latido.rule;

/** How closely an event must follow the one matched before it; the terms are those of Flink CEP. */
public enum Contiguity {
    /** Directly: no other event of the customer in between. */
    NEXT("next"),
    /** Later: events in between that do not match are passed over; the first that matches is taken. */
    FOLLOWED_BY("followed by"),
    /** Later: also events that match may be passed over, so that each of them gives a match of its own. */
    FOLLOWED_BY_ANY("followed by any");

    private final String text;

    Contiguity(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
