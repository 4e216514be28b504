package dev.latido.model.contribution;

import dev.latido.model.booster.Node;
import dev.latido.model.booster.Tree;
import dev.latido.model.booster.UnusableModelException;
import java.util.List;

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
 * products are made going down the tree, the leaves' sums going up, and each node takes feature i's factor out of the sum of
 * its leaves. Where a feature is asked again on a way, its factor replaces the earlier one, and what was taken out for the
 * earlier one is given back. Both depend on the row only by which ways it can pass, so they are computed here for each case.
 *
 * @see <a href="https://doi.org/10.1287/mnsc.18.5.64">Owen: Multilinear Extensions of Games</a>
 */
final class TreeTerms {

    /** The row passes here, and before where the same feature was asked. */
    private static final int PASSES = 0;
    /** The row does not pass here, and did where the same feature was asked before. */
    private static final int STOPS = 1;
    /** The row did not even pass before. */
    private static final int STOPPED = 2;

    private static final int CASES = 3;

    private final List<Node> nodes;
    private final int[] parents;
    /** Per node: the feature that is asked to get there. */
    private final int[] asked;
    /** Per node: what a leaf adds to the margin; 0 for a split. */
    private final double[] values;
    /** Per node: the node above in which the same feature was asked last to get there; 0, the root, when none was. */
    private final int[] earlier;
    /** Per node: which of the training rows reach it as far as the feature asked last is concerned, as a share. */
    private final double[] shares;

    private final GaussLegendre rule;
    /** Per point, node and case: by what the product changes on the way down to the node. */
    private final double[] changes;
    /** Per point, node and case: what the feature takes of the sum of the leaves below the node. */
    private final double[] takes;

    private TreeTerms(Tree tree) {
        this.nodes = tree.nodes();
        this.values = values(tree);
        this.parents = new int[nodes.size()];
        this.asked = new int[nodes.size()];
        this.earlier = new int[nodes.size()];
        this.shares = new double[nodes.size()];
        this.rule = GaussLegendre.of(Math.max(1, (link() + 1) / 2));
        this.changes = new double[rule.count() * nodes.size() * CASES];
        this.takes = new double[changes.length];
        fill();
    }

    static TreeTerms of(Tree tree) throws UnusableModelException {
        for (Node node : tree.nodes()) {
            boolean usable = node instanceof Node.Leaf ? node.cover() >= 0 : node.cover() > 0;
            if (!usable || node.cover() == Float.POSITIVE_INFINITY) {
                throw new UnusableModelException("The model does not say how many training rows reached each node"
                        + " ('sum_hessian'), without which nothing can be said of contributions.");
            }
        }
        return new TreeTerms(tree);
    }

    private static double[] values(Tree tree) {
        return tree.nodes().stream()
                .mapToDouble(node -> node instanceof Node.Leaf leaf ? (double) leaf.value() * tree.weight() : 0)
                .toArray();
    }

    /** Fills what does not depend on points; how many different features the longest way asks. */
    private int link() {
        int[] features = new int[nodes.size()];
        int most = 0;
        shares[0] = 1;
        for (int node = 0; node < nodes.size(); node++) {
            if (nodes.get(node) instanceof Node.Split split) {
                for (int child : new int[] {split.left(), split.right()}) {
                    parents[child] = node;
                    asked[child] = split.feature();
                    earlier[child] = lastAsked(split.feature(), node);
                    features[child] = features[node] + (earlier[child] == 0 ? 1 : 0);
                    most = Math.max(most, features[child]);
                    shares[child] = shares[earlier[child]] * nodes.get(child).cover() / split.cover();
                }
            }
        }
        return most;
    }

    /** The node on the way to this one, itself included, that was reached by asking the feature; 0 when there is none. */
    private int lastAsked(int feature, int node) {
        int at = node;
        while (at != 0 && asked[at] != feature) {
            at = parents[at];
        }
        return at;
    }

    private void fill() {
        for (int point = 0; point < rule.count(); point++) {
            double t = rule.point(point);
            for (int node = 1; node < nodes.size(); node++) {
                double share = shares[node];
                double before = shares[earlier[node]];
                double factor = share * (1 - t) + t;
                double factorBefore = before * (1 - t) + t;
                double givenBack = (1 - before) / factorBefore;
                int at = (point * nodes.size() + node) * CASES;
                changes[at + PASSES] = factor / factorBefore;
                changes[at + STOPS] = share * (1 - t) / factorBefore;
                changes[at + STOPPED] = before == 0 ? 0 : share / before;
                takes[at + PASSES] = rule.weight(point) * ((1 - share) / factor - givenBack);
                takes[at + STOPS] = rule.weight(point) * (-1 / (1 - t) - givenBack);
            }
        }
    }

    /** The tree's value when no feature is known: the mean of its leaves. */
    double expectedValue() {
        double[] reached = new double[nodes.size()];
        reached[0] = 1;
        double sum = 0;
        for (int node = 0; node < reached.length; node++) {
            if (node > 0) {
                reached[node] = reached[parents[node]]
                        * nodes.get(node).cover()
                        / nodes.get(parents[node]).cover();
            }
            sum += reached[node] * values[node];
        }
        return sum;
    }

    /** Adds what each feature contributes to this tree's value for a row. */
    void add(float[] row, double[] contributions, Scratch scratch) {
        int[] cases = scratch.cases;
        pass(row, cases);
        for (int node = 0; node < nodes.size(); node++) {
            cases[node] += CASES * node;
        }
        for (int point = 0; point < rule.count(); point++) {
            int start = point * nodes.size() * CASES;
            descend(start, scratch);
            ascend(start, scratch, contributions);
        }
    }

    /** Finds for each node in which case the row is there. */
    private void pass(float[] row, int[] cases) {
        cases[0] = PASSES;
        for (int node = 0; node < nodes.size(); node++) {
            if (nodes.get(node) instanceof Node.Split split) {
                int next = split.next(row[split.feature()]);
                int otherwise = split.left() + split.right() - next;
                boolean passed = cases[earlier[next]] == PASSES;
                cases[next] = passed ? PASSES : STOPPED;
                cases[otherwise] = passed ? STOPS : STOPPED;
            }
        }
    }

    /** Makes the products at one point, and of each leaf its value times its product. */
    private void descend(int start, Scratch scratch) {
        double[] products = scratch.products;
        products[0] = 1;
        for (int node = 1; node < parents.length; node++) {
            double product = products[parents[node]] * changes[start + scratch.cases[node]];
            products[node] = product;
            scratch.sums[node] = values[node] * product;
        }
    }

    /** Sums up the leaves below each node, and gives each feature what it takes of the sum. */
    private void ascend(int start, Scratch scratch, double[] contributions) {
        for (int node = parents.length - 1; node > 0; node--) {
            double sum = scratch.sums[node];
            contributions[asked[node]] += sum * takes[start + scratch.cases[node]];
            scratch.sums[parents[node]] += sum;
        }
    }

    /** Room for the numbers of one row. */
    static final class Scratch {

        private final int[] cases;
        private final double[] products;
        private final double[] sums;

        Scratch(int nodes) {
            cases = new int[nodes];
            products = new double[nodes];
            sums = new double[nodes];
        }
    }
}
