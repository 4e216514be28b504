package dev.latido.scoring;

/** Why an alert about a risk ends. */
public enum Ending {
    /** The probability has come down, and has stayed there. */
    CALM,
    /** The customer has ended every subscription. */
    CANCELLED,
    /** The model does not score any more, or not for alerts. */
    UNWATCHED
}
