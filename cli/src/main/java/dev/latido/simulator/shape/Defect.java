package dev.latido.simulator.shape;

/** What is wrong with a record. */
public enum Defect {
    NONE,
    /** The JSON stops in the middle. */
    TRUNCATED,
    /** It does not say whose it is. */
    WITHOUT_CUSTOMER,
    /** The time is neither a text nor a number. */
    WRONG_TYPE,
    /** The time is long before or long after anything that can be true. */
    ABSURD_TIME
}
