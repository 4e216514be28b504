package dev.latido.model.booster;

/** One node of a {@link Tree}: a leaf, or a split that sends a row on to one of two other nodes. */
public sealed interface Node {

    /** The sum of the second derivatives of the training rows that reached this node; 0 where the model has none. */
    float cover();

    /** A node that ends the way of a row and adds its value to the margin. */
    record Leaf(float value, float cover) implements Node {}

    /** A node that sends a row on, by the value of one feature. */
    sealed interface Split extends Node {

        /** Which feature, from 0. */
        int feature();

        /** Whether a row whose value is missing (NaN) goes left. */
        boolean defaultLeft();

        /** Index of the left child within the tree. */
        int left();

        /** Index of the right child within the tree. */
        int right();

        /** How much this split lowered the training loss; 0 where the model has none. */
        float gain();

        /** Whether a row with this value, which is not NaN, goes left. */
        boolean isLeft(float value);

        /** Index of the child that a row with this value goes to; NaN is missing. */
        default int next(float value) {
            return (Float.isNaN(value) ? defaultLeft() : isLeft(value)) ? left() : right();
        }
    }

    /** A split that sends values below its threshold left. */
    record NumericalSplit(
            int feature, float threshold, boolean defaultLeft, int left, int right, float gain, float cover)
            implements Split {

        @Override
        public boolean isLeft(float value) {
            return value < threshold;
        }
    }

    /** A split that sends a set of categories right, and every other value left. */
    record CategoricalSplit(
            int feature, Categories toRight, boolean defaultLeft, int left, int right, float gain, float cover)
            implements Split {

        @Override
        public boolean isLeft(float value) {
            return !toRight.contains(value);
        }
    }
}
