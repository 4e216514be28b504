package dev.latido.bench.score;

/**
 * Two ways of scoring the same rows, one after the other, several times.
 *
 * @param name of the line that tells the ratio
 * @param goal what is to be reached; empty where nothing is
 * @param bound how far numbers of the two sides may be apart; 0 where all bits must be equal
 * @param rivalPasses how often the rival scores all rows in a run
 * @param passes how often ours does
 */
record Contest(String name, String goal, double bound, Way rival, int rivalPasses, Way ours, int passes, int rows) {}
