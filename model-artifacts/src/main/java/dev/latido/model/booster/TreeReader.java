package dev.latido.model.booster;

import java.util.ArrayList;
import java.util.List;

/** Reads the trees of one model, numbering their nodes anew, level by level. */
final class TreeReader {

    private final int featureCount;
    private final CategoryReader categories = new CategoryReader();

    TreeReader(int featureCount) {
        this.featureCount = featureCount;
    }

    /** Reads a tree that adds to this output, its leaves multiplied by this weight. */
    Tree read(Field tree, int output, float weight) throws UnusableModelException {
        TreeColumns columns = TreeColumns.read(tree, featureCount);
        CategoryReader.Sets sets = categories.read(tree, columns.size());
        List<Node> nodes = new ArrayList<>();
        int child = 1;
        for (int node : LevelOrder.of(columns)) {
            if (columns.isLeaf(node)) {
                nodes.add(columns.leaf(node));
            } else {
                nodes.add(columns.split(node, child, sets));
                child += 2;
            }
        }
        return new Tree(output, weight, nodes);
    }
}
