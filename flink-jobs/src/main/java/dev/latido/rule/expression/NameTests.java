package dev.latido.rule.expression;

import dev.cel.common.ast.CelExpr;
import dev.latido.rule.expression.value.EventField;
import dev.latido.rule.expression.value.Variables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the names to which a condition restricts its event. */
final class NameTests {

    private NameTests() {}

    /** Names of which the event must have one; empty where any may do. */
    static Set<String> of(CelExpr condition) {
        Set<String> names = restriction(condition);
        return names == null ? Set.of() : Set.copyOf(names);
    }

    private static @Nullable Set<String> restriction(CelExpr expr) {
        if (Form.isCall(expr, Form.AND)) {
            return narrower(restriction(argument(expr, 0)), restriction(argument(expr, 1)));
        }
        if (Form.isCall(expr, Form.OR)) {
            return either(restriction(argument(expr, 0)), restriction(argument(expr, 1)));
        }
        if (Form.isCall(expr, Form.EQUAL)) {
            String name = isName(argument(expr, 0)) ? Form.text(argument(expr, 1)) : null;
            String other = isName(argument(expr, 1)) ? Form.text(argument(expr, 0)) : null;
            return name != null ? Set.of(name) : other != null ? Set.of(other) : null;
        }
        return Form.isCall(expr, Form.IN) && isName(argument(expr, 0)) ? texts(argument(expr, 1)) : null;
    }

    private static @Nullable Set<String> narrower(@Nullable Set<String> left, @Nullable Set<String> right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        Set<String> both = new LinkedHashSet<>(left);
        both.retainAll(right);
        return both.isEmpty() ? left : both; // none at all: it never holds, and either side says enough
    }

    private static @Nullable Set<String> either(@Nullable Set<String> left, @Nullable Set<String> right) {
        if (left == null || right == null) {
            return null;
        }
        Set<String> union = new LinkedHashSet<>(left);
        union.addAll(right);
        return union;
    }

    /** Null for a list of none too: an empty set would stand for any. */
    private static @Nullable Set<String> texts(CelExpr list) {
        List<Object> constants = Form.constants(list);
        if (constants == null || constants.isEmpty()) {
            return null;
        }
        Set<String> texts = new LinkedHashSet<>();
        constants.forEach(constant -> texts.add((String) constant));
        return texts;
    }

    private static boolean isName(CelExpr expr) {
        return Form.isField(expr, Variables.EVENT, EventField.NAME.text());
    }

    private static CelExpr argument(CelExpr call, int index) {
        return call.call().args().get(index);
    }
}
