package dev.latido.model.booster;

import java.util.BitSet;
import java.util.Optional;

/** The lists of values, one per node, that a tree is written as. */
final class TreeColumns {

    private static final int LEAF = -1;
    private static final int DELETED = Integer.MAX_VALUE;

    private final Field tree;
    private final int featureCount;
    private final int size;
    private final Numbers left;
    private final Numbers right;
    private final Numbers feature;
    private final Numbers condition;
    private final Numbers defaultLeft;
    private final Numbers cover;
    private final Numbers gain;

    private TreeColumns(Field tree, int featureCount) throws UnusableModelException {
        this.tree = tree;
        this.featureCount = featureCount;
        left = tree.field("left_children").numbers();
        size = left.size();
        right = tree.field("right_children").numbers(size);
        feature = tree.field("split_indices").numbers(size);
        condition = tree.field("split_conditions").numbers(size);
        defaultLeft = tree.field("default_left").numbers(size);
        cover = statistics("sum_hessian");
        gain = statistics("loss_changes");
    }

    static TreeColumns read(Field tree, int featureCount) throws UnusableModelException {
        TreeColumns columns = new TreeColumns(tree, featureCount);
        Field parameters = tree.field("tree_param");
        if (parameters.field("size_leaf_vector").whole(0, Integer.MAX_VALUE) > 1) {
            throw columns.wrong("has leaves with several values (multi_output_tree), which are not supported");
        }
        if (parameters.field("num_nodes").whole(1, Integer.MAX_VALUE) != columns.size) {
            throw columns.wrong("does not have as many nodes as its 'num_nodes' says");
        }
        return columns;
    }

    /** What is there for explanation only, and may be absent: zeros then. */
    private Numbers statistics(String name) throws UnusableModelException {
        Optional<Field> field = tree.optional(name);
        return field.isEmpty() ? Numbers.of(new double[size]) : field.get().numbers(size);
    }

    /** How many nodes are written, deleted ones included. */
    int size() {
        return size;
    }

    boolean isLeaf(int node) throws UnusableModelException {
        boolean leaf = left.get(node) == LEAF;
        if (leaf != (right.get(node) == LEAF)) {
            throw wrong("has one child only at its node " + node);
        }
        return leaf;
    }

    /** The left child of a split; XGBoost finds the right one by adding one to it. */
    int left(int node) throws UnusableModelException {
        double child = left.get(node);
        if (!(child > 0 && child < size - 1) || child != Math.rint(child)) {
            throw wrong("has a child that it does not have at its node " + node);
        }
        if (right.get(node) != child + 1) {
            throw wrong("does not have the children of its node " + node + " beside each other");
        }
        return (int) child;
    }

    Node leaf(int node) {
        return new Node.Leaf((float) condition.get(node), (float) cover.get(node));
    }

    /** A split whose left child has this new index. */
    Node split(int node, int newLeft, CategoryReader.Sets sets) throws UnusableModelException {
        int index = feature(node);
        boolean missingLeft = missingLeft(node);
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

    private boolean missingLeft(int node) throws UnusableModelException {
        double flag = defaultLeft.get(node);
        if (flag != 0 && flag != 1) {
            throw wrong("has a default direction that is neither left nor right at its node " + node);
        }
        return flag == 1;
    }

    /** Nodes that pruning deleted stay in the lists, marked by their feature; any other must have been reached. */
    void checkDeleted(BitSet reached) throws UnusableModelException {
        for (int node = reached.nextClearBit(0); node < size; node = reached.nextClearBit(node + 1)) {
            if (feature.get(node) < DELETED) {
                throw wrong("cannot reach its node " + node);
            }
        }
    }

    UnusableModelException wrong(String what) {
        return new UnusableModelException("The model's tree '" + tree.path() + "' " + what + ".");
    }
}
