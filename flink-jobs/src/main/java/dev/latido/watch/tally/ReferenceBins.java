package dev.latido.watch.tally;

import dev.latido.model.artifact.Kind;
import dev.latido.model.artifact.Reference;
import dev.latido.model.artifact.Reference.Histogram;
import dev.latido.model.evaluation.QuantileBins;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What a model's features and score were like when it was trained. The bins of all variables are numbered through: those of
 * the features in the model's order, then those of the score.
 *
 * @param features none where the artifact says nothing of them
 */
public record ReferenceBins(List<ReferenceVariable> features, ReferenceVariable score) {

    /** What the score is called where features are named; one of them is the health score. */
    public static final String PREDICTION = "prediction";

    /** The most bins of all variables: a hundred features of fifty each. Of every hour of a week so many are kept. */
    public static final int MOST_BINS = 5_000;

    private static final int EQUAL_BINS = 20;

    /**
     * Takes the variables.
     *
     * @throws IllegalArgumentException when they have more than {@value #MOST_BINS} bins
     */
    public ReferenceBins {
        features = List.copyOf(features);
        if (size(features, score) > MOST_BINS) {
            throw new IllegalArgumentException("a reference has at most " + MOST_BINS + " bins");
        }
    }

    /** Where an artifact has no reference, its probabilities fall into twenty equal bins. */
    public static ReferenceBins unknownProbability() {
        return unknown(DoubleStream.iterate(1, step -> step < EQUAL_BINS, step -> step + 1)
                .map(step -> step / EQUAL_BINS));
    }

    /** Where an artifact has no reference, its amounts fall into bins of half a power of ten. */
    public static ReferenceBins unknownAmount() {
        return unknown(DoubleStream.concat(
                DoubleStream.of(0),
                DoubleStream.iterate(0, step -> step < EQUAL_BINS - 2, step -> step + 1)
                        .map(step -> StrictMath.pow(10, step / 2))));
    }

    /** What is known of an artifact's training; of one with more than {@value #MOST_BINS} bins nothing. */
    static ReferenceBins of(Kind kind, Optional<Reference> known) {
        ReferenceBins unknown = kind == Kind.PROBABILITY ? unknownProbability() : unknownAmount();
        if (known.isEmpty()) {
            return unknown;
        }
        List<ReferenceVariable> features =
                known.get().features().stream().map(ReferenceVariable::of).toList();
        Histogram ofScore = known.get().score();
        ReferenceVariable score = ofScore == null
                ? unknown.score()
                : new ReferenceVariable(PREDICTION, ofScore.bins(), ReferenceVariable.rows(ofScore));
        return size(features, score) > MOST_BINS ? unknown : new ReferenceBins(features, score);
    }

    private static ReferenceBins unknown(DoubleStream edges) {
        QuantileBins bins =
                new QuantileBins(edges.mapToObj(edge -> (float) edge).toList());
        return new ReferenceBins(List.of(), new ReferenceVariable(PREDICTION, bins, Counts.none(bins.count())));
    }

    /** How many bins all variables have together. */
    public int size() {
        return size(features, score);
    }

    private static int size(List<ReferenceVariable> features, ReferenceVariable score) {
        int size = score.size();
        for (ReferenceVariable feature : features) {
            size += feature.size();
        }
        return size;
    }

    /** The features, then the score. */
    public List<ReferenceVariable> variables() {
        List<ReferenceVariable> variables = new ArrayList<>(features);
        variables.add(score);
        return variables;
    }

    /**
     * Counts one row and its score.
     *
     * @param row the features in the model's order
     * @param counts one number for each bin
     */
    void count(float[] row, double value, long[] counts) {
        int first = 0;
        for (int i = 0; i < features.size(); i++) {
            ReferenceVariable feature = features.get(i);
            counts[first + feature.bins().bin(row[i])]++;
            first += feature.size();
        }
        counts[first + score.bins().bin((float) value)]++;
    }

    public void write(StateWriter out) {
        out.number(features.size());
        features.forEach(feature -> feature.write(out));
        score.write(out);
    }

    public static ReferenceBins read(StateReader in) {
        List<ReferenceVariable> features = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            features.add(ReferenceVariable.read(in));
        }
        return new ReferenceBins(features, ReferenceVariable.read(in));
    }
}
