package dev.latido.model.contribution;

import dev.latido.model.booster.Tree;
import dev.latido.model.booster.UnusableModelException;

/**
 * What the contributions to one tree's value are computed from.
 *
 * <p>A leaf with value v counts v times the product, over the features on its way, of a factor: 1 or 0 for a known feature
 * that lets the row pass or not, and for an unknown one the share z of training rows that it lets pass. The Shapley value of
 * feature i in such a product is an integral over t from 0 to 1, with o being 1 or 0 as above:
 *
 * <pre>{@code v (o_i - z_i) * integral of product over j != i of (z_j (1 - t) + o_j t)}</pre>
 *
 * <p>The integrand is a polynomial, so a Gauss-Legendre rule with few points gives the integral exactly. At each point the
 * products are made going down the tree and the leaves summed up going back, and each node takes the part of its feature out
 * of the sum below it. Where a feature is asked again on a way, its factor replaces the earlier one, and what was taken for
 * the earlier one is given back. The factor and the part of a node depend on the row only by whether it passes, so they are
 * computed here for each case.
 *
 * @see <a href="https://doi.org/10.1287/mnsc.18.5.64">Owen: Multilinear Extensions of Games</a>
 */
final class TreeTerms {

    /** The row passes here, and passed where the same feature was asked before. */
    private static final int PASSES = 0;
    /** The row does not pass here, and passed where the same feature was asked before. */
    private static final int STOPS = 1;
    /** The row did not pass where the same feature was asked before. */
    private static final int STOPPED = 2;

    private static final int CASES = 3;
    /** A case's numbers: its factor, and the part it takes. */
    private static final int WIDTH = 2;

    private final Ways ways;
    private final GaussLegendre rule;
    /** By point, the terms by node and case; empty when there is no room to keep them. */
    private final double[][] kept;

    private TreeTerms(Ways ways, GaussLegendre rule, boolean keep) {
        this.ways = ways;
        this.rule = rule;
        this.kept = new double[keep ? rule.count() : 0][];
        for (int point = 0; point < kept.length; point++) {
            kept[point] = terms(point);
        }
    }

    /**
     * Prepares a tree, which must know how many training rows reached each node.
     *
     * @param room how many numbers may be kept; with less room than it needs, the tree computes its terms for each row
     */
    static TreeTerms of(Tree tree, long room) throws UnusableModelException {
        Ways ways = Ways.of(tree);
        GaussLegendre rule = GaussLegendre.of(Math.max(1, (ways.mostFeatures() + 1) / 2));
        return new TreeTerms(ways, rule, (long) rule.count() * ways.nodes() * CASES * WIDTH <= room);
    }

    /** How many numbers it keeps. */
    long kept() {
        return (long) kept.length * ways.nodes() * CASES * WIDTH;
    }

    private double[] terms(int point) {
        double[] terms = new double[ways.nodes() * CASES * WIDTH];
        for (int node = 1; node < ways.nodes(); node++) {
            fill(terms, node, rule.point(point), rule.weight(point));
        }
        return terms;
    }

    private void fill(double[] terms, int node, double t, double weight) {
        int at = node * CASES * WIDTH;
        double value = ways.isLeaf(node) ? ways.value(node) : 1;
        double share = ways.share(node);
        double before = ways.shareBefore(node);
        double factor = share * (1 - t) + t;
        double factorBefore = before * (1 - t) + t;
        double givenBack = (1 - before) / factorBefore;
        put(terms, at + PASSES * WIDTH, value * factor / factorBefore, weight * ((1 - share) / factor - givenBack));
        put(terms, at + STOPS * WIDTH, value * share * (1 - t) / factorBefore, weight * (-1 / (1 - t) - givenBack));
        put(terms, at + STOPPED * WIDTH, before == 0 ? 0 : value * share / before, 0);
    }

    private static void put(double[] terms, int place, double factor, double part) {
        terms[place] = factor;
        terms[place + 1] = part;
    }

    /** How many nodes the tree has. */
    int nodes() {
        return ways.nodes();
    }

    /** The tree's value when no feature is known: the mean of its leaves. */
    double expectedValue() {
        return ways.expectedValue();
    }

    /** Adds what each feature contributes to this tree's value for a row. */
    void add(float[] row, double[] contributions, Scratch scratch) {
        int[] places = scratch.places;
        boolean[] passes = scratch.passes;
        passes[0] = true;
        for (int split = 0; split < ways.splits(); split++) {
            boolean passed = passes[ways.before(split)];
            int next = ways.next(split, row);
            int otherwise = 2 * ways.left(split) + 1 - next;
            passes[next] = passed;
            passes[otherwise] = false;
            places[next] = (next * CASES + (passed ? PASSES : STOPPED)) * WIDTH;
            places[otherwise] = (otherwise * CASES + (passed ? STOPS : STOPPED)) * WIDTH;
        }
        for (int point = 0; point < rule.count(); point++) {
            add(kept.length == 0 ? terms(point) : kept[point], contributions, scratch);
        }
    }

    /** Goes down and back at one point. */
    private void add(double[] terms, double[] contributions, Scratch scratch) {
        int[] places = scratch.places;
        double[] sums = scratch.sums;
        sums[0] = 1;
        for (int split = 0; split < ways.splits(); split++) {
            double product = sums[ways.node(split)];
            int left = ways.left(split);
            sums[left] = product * terms[places[left]];
            sums[left + 1] = product * terms[places[left + 1]];
        }
        for (int split = ways.splits() - 1; split >= 0; split--) {
            int left = ways.left(split);
            contributions[ways.feature(split)] +=
                    sums[left] * terms[places[left] + 1] + sums[left + 1] * terms[places[left + 1] + 1];
            sums[ways.node(split)] = sums[left] + sums[left + 1];
        }
    }

    /** Room for the numbers of one row. */
    static final class Scratch {

        /** Per node: where its terms are for the case of the row. */
        private final int[] places;
        /** Per node: whether the row passes there, and passed where the same feature was asked before. */
        private final boolean[] passes;
        /** Per node: its product on the way down, the sum of the leaves below it on the way back. */
        private final double[] sums;

        Scratch(int nodes) {
            places = new int[nodes];
            passes = new boolean[nodes];
            sums = new double[nodes];
        }
    }
}
