package dev.latido.rule.engine;

/** How often a watermark comes. */
enum Cadence {
    /** At every instant; only then is everything that Flink CEP says a function of the events alone. */
    EVERY_INSTANT,
    AFTER_EVERY_EVENT,
    RARELY,
    AT_THE_END
}
