package dev.latido.model.contribution;

import dev.latido.model.booster.Booster;
import dev.latido.model.booster.Tree;
import dev.latido.model.booster.UnusableModelException;
import java.util.ArrayList;
import java.util.List;

/**
 * Exact contributions: the Shapley values of a row's features under path-dependent TreeSHAP, as XGBoost's
 * {@code predict_contrib} gives them.
 *
 * <p>The contributions of an output and its bias add up to its margin. A feature that is not known counts as the share of
 * training rows, weighted by their second derivatives, that went each way. Immutable and safe for use by several threads.
 *
 * @see <a href="https://arxiv.org/abs/1802.03888">Lundberg, Erion and Lee: Consistent Individualized Feature Attribution
 *     for Tree Ensembles</a>
 */
public final class TreeShap {

    /** Numbers that may be kept for a model: 32 MiB of them. */
    private static final long ROOM = 1L << 22;

    private final int featureCount;
    private final List<List<TreeTerms>> terms;
    private final double[] biases;
    private final int mostNodes;

    private TreeShap(int featureCount, List<List<TreeTerms>> terms, double[] biases, int mostNodes) {
        this.featureCount = featureCount;
        this.terms = terms;
        this.biases = biases;
        this.mostNodes = mostNodes;
    }

    /** Prepares a model; it must know how many training rows reached each node. */
    public static TreeShap of(Booster booster) throws UnusableModelException {
        return of(booster, ROOM);
    }

    /** Prepares a model, keeping at most as many numbers as there is room for. */
    static TreeShap of(Booster booster, long room) throws UnusableModelException {
        List<List<TreeTerms>> terms = new ArrayList<>();
        double[] biases = new double[booster.outputs()];
        for (int output = 0; output < biases.length; output++) {
            terms.add(new ArrayList<>());
            biases[output] = booster.baseMargins().get(output);
        }
        int mostNodes = 0;
        long left = room;
        for (Tree tree : booster.trees()) {
            TreeTerms treeTerms = TreeTerms.of(tree, left);
            left -= treeTerms.kept();
            terms.get(tree.output()).add(treeTerms);
            biases[tree.output()] += treeTerms.expectedValue();
            mostNodes = Math.max(mostNodes, treeTerms.nodes());
        }
        return new TreeShap(booster.featureCount(), terms, biases, mostNodes);
    }

    /** How many values a row has. */
    public int featureCount() {
        return featureCount;
    }

    /** How many outputs there are. */
    public int outputs() {
        return biases.length;
    }

    /** What an output's margin is when no feature is known. */
    public double bias(int output) {
        return biases[output];
    }

    /**
     * What each feature adds to the margin of an output; with {@link #bias}, they add up to it.
     *
     * @param row holds {@link #featureCount} values in the model's order; NaN is missing
     */
    public double[] contributions(float[] row, int output) {
        double[] contributions = new double[featureCount];
        TreeTerms.Scratch scratch = new TreeTerms.Scratch(mostNodes);
        for (TreeTerms tree : terms.get(output)) {
            tree.add(row, contributions, scratch);
        }
        return contributions;
    }
}
