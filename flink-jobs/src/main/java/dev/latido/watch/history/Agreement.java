package dev.latido.watch.history;

import dev.latido.model.evaluation.PopulationStability;
import dev.latido.watch.tally.Counts;
import dev.latido.watch.tally.ShadowTally;

/**
 * How far two scores of the same rows agree; NaN is what cannot be said.
 *
 * @param psi population stability index of the scores in the shadow against the active ones, over about ten groups of as many
 *     active scores each
 * @param agreement share of rows on the same level of risk
 * @param rankCorrelation Spearman's, where scores in one bin share the mean of their ranks
 * @param raised share of rows that are high in the shadow only
 * @param lowered share of rows that are high with the active artifact only
 */
public record Agreement(
        long rows, double psi, double agreement, double rankCorrelation, double raised, double lowered) {

    private static final int GROUPS = 10;

    /** Of at least one row. */
    static Agreement of(ShadowTally tally) {
        int bins = (int) Math.round(Math.sqrt(tally.joint().size()));
        long[] active = new long[bins];
        long[] shadow = new long[bins];
        for (int cell = 0; cell < tally.joint().size(); cell++) {
            active[cell / bins] += tally.joint().at(cell);
            shadow[cell % bins] += tally.joint().at(cell);
        }
        long rows = tally.joint().total();
        return new Agreement(
                rows,
                psi(active, shadow, rows),
                share(tally, tally.agreeing()),
                rankCorrelation(tally.joint(), active, shadow),
                share(tally, tally.raised()),
                share(tally, tally.lowered()));
    }

    /** Share of rows that are high with one of both only. */
    public double crossing() {
        return raised + lowered;
    }

    private static double share(ShadowTally tally, long rows) {
        return tally.levelled() ? (double) rows / tally.joint().total() : Double.NaN;
    }

    /** Many bins with few rows each would look like drift: neighbours are put together until a tenth is in each group. */
    private static double psi(long[] active, long[] shadow, long rows) {
        long[] expected = new long[GROUPS];
        long[] actual = new long[GROUPS];
        long before = 0;
        for (int bin = 0; bin < active.length; bin++) {
            int group = (int) Math.min(GROUPS - 1, before * GROUPS / rows);
            expected[group] += active[bin];
            actual[group] += shadow[bin];
            before += active[bin];
        }
        return PopulationStability.index(expected, actual);
    }

    private static double rankCorrelation(Counts joint, long[] active, long[] shadow) {
        double[] activeRanks = centredRanks(active);
        double[] shadowRanks = centredRanks(shadow);
        double together = 0;
        for (int cell = 0; cell < joint.size(); cell++) {
            together += joint.at(cell) * activeRanks[cell / active.length] * shadowRanks[cell % active.length];
        }
        double scale = Math.sqrt(squares(active, activeRanks)) * Math.sqrt(squares(shadow, shadowRanks));
        return scale == 0 ? Double.NaN : together / scale;
    }

    /** The mean rank of each bin's rows, less the mean of all ranks. */
    private static double[] centredRanks(long[] rows) {
        double[] ranks = new double[rows.length];
        double all = 0;
        for (long inBin : rows) {
            all += inBin;
        }
        double before = 0;
        for (int bin = 0; bin < rows.length; bin++) {
            ranks[bin] = before + rows[bin] / 2.0 - all / 2;
            before += rows[bin];
        }
        return ranks;
    }

    private static double squares(long[] rows, double[] ranks) {
        double sum = 0;
        for (int bin = 0; bin < rows.length; bin++) {
            sum += rows[bin] * ranks[bin] * ranks[bin];
        }
        return sum;
    }
}
