package dev.latido.watch;

import java.io.Serializable;

/**
 * Settings of the watch over models; the block {@code modelWatch} of the settings.
 *
 * @param driftAbove population stability index over a day or a week above which there is a finding
 * @param driftBelow index that both must be below again for the finding to be resolved
 * @param leastRows evaluations of which a window must have so many before anything is concluded from it
 */
public record WatchConfig(double driftAbove, double driftBelow, int leastRows) implements Serializable {

    private static final int MOST_ROWS = 1_000_000_000;

    public WatchConfig {
        if (!(driftAbove > 0 && driftAbove <= 10)) {
            throw new IllegalArgumentException(
                    "modelWatch.driftAbove is " + driftAbove + "; allowed is a number above 0, at most 10");
        }
        if (!(driftBelow > 0 && driftBelow <= driftAbove)) {
            throw new IllegalArgumentException("modelWatch.driftBelow is " + driftBelow
                    + "; allowed is a number above 0, at most modelWatch.driftAbove (" + driftAbove + ")");
        }
        if (leastRows < 1 || leastRows > MOST_ROWS) {
            throw new IllegalArgumentException(
                    "modelWatch.leastRows is " + leastRows + "; allowed is a whole number from 1 to " + MOST_ROWS);
        }
    }
}
