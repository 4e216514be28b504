package dev.latido.scoring;

/** What it is that a factor raises or lowers. */
public enum Effect {
    /** The risk that alerts warn of. */
    RISK,
    /** The probability of something that nobody is warned of. */
    PROBABILITY,
    /** An amount. */
    VALUE
}
