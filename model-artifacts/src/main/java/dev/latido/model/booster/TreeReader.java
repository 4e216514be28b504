package dev.latido.model.booster;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads the trees of one model, numbering their nodes anew, level by level. */
final class TreeReader {

    /** The way from the root to a leaf is at most this many splits long. */
    static final int MOST_DEPTH = 512;

    private static final int LEAF = -1;
    private static final int FIRST_DELETED_FEATURE = Integer.MAX_VALUE;

    private final int featureCount;
    private final CategoryReader categories = new CategoryReader();

    TreeReader(int featureCount) {
        this.featureCount = featureCount;
    }

    /** Reads a tree that adds to this output, its leaves multiplied by this weight. */
    Tree read(Field tree, int output, float weight) throws UnusableModelException {
        Columns columns = new Columns(tree);
        CategoryReader.Sets sets = categories.read(tree, columns.size);
        int[] order = new int[columns.size];
        BitSet reached = new BitSet();
        reached.set(0);
        List<Node> nodes = new ArrayList<>();
        int found = 1;
        int endOfLevel = 1;
        for (int next = 0, depth = 0; next < found; next++) {
            int old = order[next];
            if (next == endOfLevel) {
                endOfLevel = found;
                if (++depth > MOST_DEPTH) {
                    throw columns.wrong("is more than " + MOST_DEPTH + " splits deep");
                }
            }
            if (columns.isLeaf(old)) {
                nodes.add(columns.leaf(old));
                continue;
            }
            for (int child : columns.children(old)) {
                if (reached.get(child)) {
                    throw columns.wrong("reaches its node " + child + " by more than one way");
                }
                reached.set(child);
                order[found++] = child;
            }
            nodes.add(columns.split(old, found - 2, sets));
        }
        columns.checkUnreached(reached);
        return new Tree(output, weight, nodes);
    }

    /** The lists of values, one per node, that a tree is written as. */
    private final class Columns {

        private final Field tree;
        private final int size;
        private final Numbers left;
        private final Numbers right;
        private final Numbers feature;
        private final Numbers condition;
        private final Numbers defaultLeft;
        private final Numbers cover;
        private final Numbers gain;

        Columns(Field tree) throws UnusableModelException {
            this.tree = tree;
            Field parameters = tree.field("tree_param");
            checkScalarLeaves(parameters);
            left = tree.field("left_children").numbers();
            size = left.size();
            if (parameters.field("num_nodes").whole(1, Integer.MAX_VALUE) != size) {
                throw wrong("does not have as many nodes as its 'num_nodes' says");
            }
            right = tree.field("right_children").numbers(size);
            feature = tree.field("split_indices").numbers(size);
            condition = tree.field("split_conditions").numbers(size);
            defaultLeft = tree.field("default_left").numbers(size);
            cover = statistics("sum_hessian");
            gain = statistics("loss_changes");
        }

        private void checkScalarLeaves(Field parameters) throws UnusableModelException {
            if (parameters.field("size_leaf_vector").whole(0, Integer.MAX_VALUE) > 1) {
                throw wrong("has leaves with several values (multi_output_tree), which are not supported");
            }
        }

        /** What is there for explanation only, and may be absent: zeros then. */
        private Numbers statistics(String name) throws UnusableModelException {
            var field = tree.optional(name);
            return field.isEmpty() ? Numbers.of(new double[size]) : field.get().numbers(size);
        }

        boolean isLeaf(int node) throws UnusableModelException {
            boolean leaf = left.get(node) == LEAF;
            if (leaf != (right.get(node) == LEAF)) {
                throw wrong("has one child only at its node " + node);
            }
            return leaf;
        }

        Node leaf(int node) {
            return new Node.Leaf((float) condition.get(node), (float) cover.get(node));
        }

        /** Both children; XGBoost finds the right one by adding one to the left one. */
        int[] children(int node) throws UnusableModelException {
            double child = left.get(node);
            if (!(child > 0 && child < size - 1) || child != Math.rint(child)) {
                throw wrong("has a child that it does not have at its node " + node);
            }
            if (right.get(node) != child + 1) {
                throw wrong("does not have the children of its node " + node + " beside each other");
            }
            return new int[] {(int) child, (int) child + 1};
        }

        Node split(int node, int newLeft, CategoryReader.Sets sets) throws UnusableModelException {
            int index = feature(node);
            boolean missingLeft = flag(node);
            float gained = (float) gain.get(node);
            float hessian = (float) cover.get(node);
            return sets.isCategorical(node)
                    ? new Node.CategoricalSplit(
                            index, sets.toRight(node), missingLeft, newLeft, newLeft + 1, gained, hessian)
                    : new Node.NumericalSplit(
                            index, (float) condition.get(node), missingLeft, newLeft, newLeft + 1, gained, hessian);
        }

        private int feature(int node) throws UnusableModelException {
            double index = feature.get(node);
            if (!(index >= 0 && index < featureCount) || index != Math.rint(index)) {
                throw wrong("splits by a feature that the model does not have at its node " + node);
            }
            return (int) index;
        }

        private boolean flag(int node) throws UnusableModelException {
            double flag = defaultLeft.get(node);
            if (flag != 0 && flag != 1) {
                throw wrong("has a default direction that is neither left nor right at its node " + node);
            }
            return flag == 1;
        }

        /** Nodes that pruning deleted stay in the lists, marked by their feature. */
        void checkUnreached(BitSet reached) throws UnusableModelException {
            for (int node = reached.nextClearBit(0); node < size; node = reached.nextClearBit(node + 1)) {
                if (feature.get(node) < FIRST_DELETED_FEATURE) {
                    throw wrong("cannot reach its node " + node);
                }
            }
        }

        UnusableModelException wrong(String what) {
            return new UnusableModelException("The model's tree '" + tree.path() + "' " + what + ".");
        }
    }
}
