package dev.latido.model.training;

import java.util.Arrays;
import java.util.List;

/**
 * Which rows are for what, by index. No row that the model is judged by has anything to do with its making.
 *
 * @param learned those that the model learns from
 * @param trials how the number of rounds, the calibration and the cuts are found before that
 * @param test those that the model is judged by
 * @param validation in words, how the trials are made
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Parts(int[] learned, List<Trial> trials, int[] test, String validation) {

    public Parts {
        trials = List.copyOf(trials);
    }

    /** Rows that a trial learns from, and others that it is checked with. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Trial(int[] fit, int[] check) {}

    /** All rows that a trial is checked with, one trial after the other. */
    int[] checked() {
        return trials.stream()
                .flatMapToInt(trial -> Arrays.stream(trial.check()))
                .toArray();
    }
}
