package dev.latido.model.training;

import dev.latido.model.training.Parts.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Rows put apart by whom they are of, so that nobody is on both sides; see {@link Fold}. */
public final class SubjectFolds {

    static final String VALIDATION =
            "part by part: rows of the same customer or name are in the same part, and each part is"
                    + " checked with a model that learned from the other parts";

    private SubjectFolds() {}

    /** Holds the rows of one fold in five out for testing. */
    public static Parts heldOut(TrainingRows rows) {
        return of(rows, row -> fold(rows, row) == Fold.HELD_OUT);
    }

    /** Tests with the rows from this index on, and learns from those before it. */
    public static Parts testedFrom(TrainingRows rows, int first) {
        return of(rows, row -> row >= first);
    }

    private static Parts of(TrainingRows rows, IntPredicate isTest) {
        int[] all = IntStream.range(0, rows.count()).toArray();
        int[] learned = IntStream.of(all).filter(isTest.negate()).toArray();
        return new Parts(
                learned, trials(rows, learned), IntStream.of(all).filter(isTest).toArray(), VALIDATION);
    }

    /** Each fold once checked, and learned from in the trials of the others. */
    static List<Trial> trials(TrainingRows rows, int[] learned) {
        List<Trial> trials = new ArrayList<>();
        for (int fold = 0; fold < Fold.FOLDS; fold++) {
            int checked = fold;
            IntPredicate isChecked = row -> fold(rows, row) == checked;
            Trial trial = new Trial(
                    IntStream.of(learned).filter(isChecked.negate()).toArray(),
                    IntStream.of(learned).filter(isChecked).toArray());
            if (trial.check().length > 0 && trial.fit().length > 0) {
                trials.add(trial);
            }
        }
        return trials;
    }

    private static int fold(TrainingRows rows, int row) {
        return Fold.of(rows.row(row).subject());
    }
}
