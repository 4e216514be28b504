package dev.latido.rule.engine;

/**
 * The beginning of a match.
 *
 * @param state number of the state in which it waits
 * @param last the latest event taken
 */
record Partial(int state, Link last) {}
