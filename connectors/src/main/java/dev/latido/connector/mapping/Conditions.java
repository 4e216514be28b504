package dev.latido.connector.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latido.connector.mapping.Condition.Constant;
import dev.latido.connector.mapping.Condition.Relation;
import dev.latido.connector.scan.PointerTree;
import dev.latido.connector.scan.Values;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes conditions answerable from the slots of a scan. */
record Conditions(PointerTree tree) {

    Predicate<Values> compile(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all(all.conditions());
        }
        if (condition instanceof Condition.Any any) {
            return any(any.conditions());
        }
        if (condition instanceof Condition.OneOf one) {
            return oneOf(tree.slot(one.pointer()), one.constants());
        }
        if (condition instanceof Condition.Present present) {
            int slot = tree.slot(present.pointer());
            return values -> values.isPresent(slot) == present.wanted();
        }
        if (condition instanceof Condition.Exists exists) {
            int slot = tree.slot(exists.pointer());
            return values -> values.exists(slot) == exists.wanted();
        }
        if (condition instanceof Condition.Compared compared) {
            return compared(tree.slot(compared.pointer()), compared.relation(), tree.slot(compared.other()));
        }
        if (condition instanceof Condition.Bounded bounded) {
            return bounded(tree.slot(bounded.pointer()), bounded.relation(), bounded.bound());
        }
        throw new IllegalStateException("unknown condition " + condition);
    }

    private Predicate<Values> all(List<Condition> conditions) {
        List<Predicate<Values>> tests = conditions.stream().map(this::compile).toList();
        return values -> {
            for (Predicate<Values> test : tests) {
                if (!test.test(values)) {
                    return false;
                }
            }
            return true;
        };
    }

    private Predicate<Values> any(List<Condition> conditions) {
        List<Predicate<Values>> tests = conditions.stream().map(this::compile).toList();
        return values -> {
            for (Predicate<Values> test : tests) {
                if (test.test(values)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Predicate<Values> oneOf(int slot, List<Constant> constants) {
        byte[][] texts = constants.stream()
                .map(constant -> constant.text().getBytes(UTF_8))
                .toArray(byte[][]::new);
        List<BigDecimal> numbers = constants.stream()
                .map(Constant::number)
                .flatMap(Stream::ofNullable)
                .toList();
        return values -> {
            for (byte[] text : texts) {
                if (values.isText(slot, text)) {
                    return true;
                }
            }
            return !numbers.isEmpty() && isNumber(values.decimal(slot), numbers);
        };
    }

    private static boolean isNumber(@Nullable BigDecimal value, List<BigDecimal> numbers) {
        return value != null && numbers.stream().anyMatch(number -> number.compareTo(value) == 0);
    }

    private static Predicate<Values> compared(int slot, Relation relation, int other) {
        return values -> values.hasText(slot) && values.hasText(other) && relation.holds(compare(values, slot, other));
    }

    private static int compare(Values values, int slot, int other) {
        BigDecimal left = values.decimal(slot);
        BigDecimal right = values.decimal(other);
        return left != null && right != null
                ? left.compareTo(right)
                : values.text(slot).compareTo(values.text(other));
    }

    private static Predicate<Values> bounded(int slot, Relation relation, BigDecimal bound) {
        return values -> {
            BigDecimal number = values.decimal(slot);
            return number != null && relation.holds(number.compareTo(bound));
        };
    }
}
