package dev.latido.watch.history;

import dev.latido.model.evaluation.PopulationStability;
import dev.latido.watch.tally.Counts;
import dev.latido.watch.tally.ReferenceBins;
import dev.latido.watch.tally.ReferenceVariable;
import java.util.List;

/**
 * Rows of some time beside those of the reference.
 *
 * <p>The index is the sum, over the bins, of (a - e) ln(a / e), where a is the part of the rows that is in the bin now and e that
 * in training, each at least 0.0001, so that an empty bin gives no infinity (Siddiqi 2006, Credit Risk Scorecards; below 0.1
 * stable, above 0.25 a shift: Lewis 1994, An Introduction to Credit Scoring).
 *
 * @param counts of each variable of the reference, the score last
 * @param psi population stability index of each; NaN where it is not known
 */
public record Window(long rows, List<Counts> counts, List<Double> psi) {

    public Window {
        counts = List.copyOf(counts);
        psi = List.copyOf(psi);
    }

    /**
     * Compares numbers of rows with those of the reference.
     *
     * @param bins of all variables, in the order of the reference
     * @param leastRows with fewer no index is known: of n rows like those of the reference it is about (b - 1) / n by chance
     *     alone, with b bins (Yurdakul 2018, Statistical Properties of Population Stability Index)
     */
    static Window of(Counts bins, ReferenceBins reference, int leastRows) {
        List<ReferenceVariable> variables = reference.variables();
        Counts[] counts = new Counts[variables.size()];
        Double[] psi = new Double[variables.size()];
        int first = 0;
        for (int i = 0; i < counts.length; i++) {
            ReferenceVariable variable = variables.get(i);
            counts[i] = bins.part(first, first + variable.size());
            first += variable.size();
        }
        long rows = counts[counts.length - 1].total();
        for (int i = 0; i < psi.length; i++) {
            psi[i] = rows < leastRows || !variables.get(i).isKnown()
                    ? Double.NaN
                    : PopulationStability.index(variables.get(i).expected().toArray(), counts[i].toArray());
        }
        return new Window(rows, List.of(counts), List.of(psi));
    }
}
