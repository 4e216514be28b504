package dev.latido.connector.mapping;

import dev.latido.connector.scan.Pointer;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question about a record that a rule asks. */
public sealed interface Condition extends Serializable {

    /** Holds when all of them hold; so does none at all. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /** Holds when one of them holds. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /** Holds when the value is one of the constants. */
    record OneOf(Pointer pointer, List<Constant> constants) implements Condition {
        public OneOf {
            constants = List.copyOf(constants);
        }
    }

    /** Holds when there is a value (not null, not an empty string), or when there is none. */
    record Present(Pointer pointer, boolean wanted) implements Condition {}

    /** Holds when the record has the pointer, even as null or an empty string, or when it has not. */
    record Exists(Pointer pointer, boolean wanted) implements Condition {}

    /** Holds when both values are there and compare so: as numbers where both texts are numbers, else as texts. */
    record Compared(Pointer pointer, Relation relation, Pointer other) implements Condition {}

    /** Holds when the value is a number and compares so with a constant. */
    record Bounded(Pointer pointer, Relation relation, BigDecimal bound) implements Condition {}

    /** How two values compare. */
    enum Relation {
        LESS,
        GREATER,
        EQUAL,
        DIFFERENT;

        boolean holds(int comparison) {
            return switch (this) {
                case LESS -> comparison < 0;
                case GREATER -> comparison > 0;
                case EQUAL -> comparison == 0;
                case DIFFERENT -> comparison != 0;
            };
        }
    }

    /**
     * A value to compare with.
     *
     * @param number what the text is when it is a number; null otherwise
     */
    record Constant(String text, @Nullable BigDecimal number) implements Serializable {}
}
