package dev.latido.model.booster;

import java.util.Arrays;
import java.util.BitSet;

/** The nodes of a tree in the order in which its root reaches them, level by level. */
final class LevelOrder {

    /** The way from the root to a leaf is at most this many splits long. */
    private static final int MOST_DEPTH = 512;

    private final TreeColumns columns;
    private final BitSet reached = new BitSet();
    private final int[] order;
    private int found;

    private LevelOrder(TreeColumns columns) {
        this.columns = columns;
        this.order = new int[columns.size()];
    }

    /** The indices of all nodes but those that pruning deleted; each node is reached by exactly one way. */
    static int[] of(TreeColumns columns) throws UnusableModelException {
        LevelOrder levels = new LevelOrder(columns);
        levels.walk();
        columns.checkDeleted(levels.reached);
        return Arrays.copyOf(levels.order, levels.found);
    }

    private void walk() throws UnusableModelException {
        reach(0);
        int depth = 0;
        for (int next = 0, end = found; next < found; end = found, depth++) {
            if (depth > MOST_DEPTH) {
                throw columns.wrong("is more than " + MOST_DEPTH + " splits deep");
            }
            for (; next < end; next++) {
                if (!columns.isLeaf(order[next])) {
                    int left = columns.left(order[next]);
                    reach(left);
                    reach(left + 1);
                }
            }
        }
    }

    private void reach(int node) throws UnusableModelException {
        if (reached.get(node)) {
            throw columns.wrong("reaches its node " + node + " by more than one way");
        }
        reached.set(node);
        order[found++] = node;
    }
}
