package dev.latido.model.training;

import java.util.ArrayList;
import java.util.List;

/**
 * How many rounds are best, and what the models of the trials say of the rows that they did not learn from.
 *
 * @param count the round with the least mean loss over the trials, from 1
 * @param curve the mean loss after each round
 * @param margins of all checked rows, trial after trial, by so many rounds
 */
record Rounds(int count, List<Float> curve, List<Float> margins) {

    Rounds {
        curve = List.copyOf(curve);
        margins = List.copyOf(margins);
    }

    /** The mean of the trials' curves, as far as all of them go, each weighted by the rows that it was checked with. */
    static List<Float> mean(List<float[]> curves, List<Integer> weights) {
        int shortest = curves.stream().mapToInt(curve -> curve.length).min().orElse(0);
        double all = weights.stream().mapToDouble(Integer::doubleValue).sum();
        List<Float> mean = new ArrayList<>();
        for (int round = 0; round < shortest; round++) {
            double sum = 0;
            for (int trial = 0; trial < curves.size(); trial++) {
                sum += weights.get(trial) / all * curves.get(trial)[round];
            }
            mean.add((float) sum);
        }
        return mean;
    }

    /** The first round with the least loss, from 1. */
    static int best(List<Float> curve) {
        int best = 0;
        for (int round = 1; round < curve.size(); round++) {
            if (curve.get(round) < curve.get(best)) {
                best = round;
            }
        }
        return best + 1;
    }
}
