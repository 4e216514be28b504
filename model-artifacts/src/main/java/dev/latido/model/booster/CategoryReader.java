package dev.latido.model.booster;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads which categories each categorical split of a tree sends right. */
final class CategoryReader {

    /** The first category that XGBoost does not tell from its neighbours, as a float cannot. */
    private static final int END_OF_CATEGORIES = 1 << 24;

    /** All sets of a model together, in bits; a set takes as many as its highest category says. */
    private static final long MOST_BITS = 1L << 28;

    private static final int CATEGORICAL = 1;

    private long bits;

    Sets read(Field tree, int nodes) throws UnusableModelException {
        Optional<Field> types = tree.optional("split_type");
        if (types.isEmpty()) {
            return new Sets(tree, Numbers.of(new double[nodes]), Map.of());
        }
        return new Sets(tree, types.get().numbers(nodes), sets(tree));
    }

    private Map<Integer, Categories> sets(Field tree) throws UnusableModelException {
        Numbers nodes = tree.field("categories_nodes").numbers();
        Numbers begins = tree.field("categories_segments").numbers(nodes.size());
        Numbers sizes = tree.field("categories_sizes").numbers(nodes.size());
        Field categories = tree.field("categories");
        Map<Integer, Categories> sets = new HashMap<>();
        for (int index = 0; index < nodes.size(); index++) {
            Categories set = set(categories, begins.get(index), sizes.get(index));
            if (sets.put((int) nodes.get(index), set) != null) {
                throw wrong(tree, "has two sets of categories for one node");
            }
        }
        return sets;
    }

    private Categories set(Field field, double begin, double size) throws UnusableModelException {
        Numbers categories = field.numbers();
        if (!(begin >= 0 && size > 0 && begin + size <= categories.size())) {
            throw new UnusableModelException("The model's '" + field.path() + "' is shorter than its segments say.");
        }
        int[] members = new int[(int) size];
        for (int index = 0; index < members.length; index++) {
            double category = categories.get((int) begin + index);
            if (!(category >= 0 && category < END_OF_CATEGORIES) || category != Math.rint(category)) {
                throw new UnusableModelException("The model's '" + field.path() + "' has a category that cannot be.");
            }
            members[index] = (int) category;
        }
        Categories set = Categories.of(members);
        bits += set.bound();
        if (bits > MOST_BITS) {
            throw new UnusableModelException("The model's categories are too many.");
        }
        return set;
    }

    private static UnusableModelException wrong(Field tree, String what) {
        return new UnusableModelException("The model's tree '" + tree.path() + "' " + what + ".");
    }

    /** The sets of categories of one tree. */
    record Sets(Field tree, Numbers types, Map<Integer, Categories> byNode) {

        boolean isCategorical(int node) throws UnusableModelException {
            double type = types.get(node);
            if (type != 0 && type != CATEGORICAL) {
                throw wrong(tree, "has a split of an unknown type at its node " + node);
            }
            return type == CATEGORICAL;
        }

        Categories toRight(int node) throws UnusableModelException {
            Categories set = byNode.get(node);
            if (set == null) {
                throw wrong(tree, "has no categories for the categorical split at its node " + node);
            }
            return set;
        }
    }
}
