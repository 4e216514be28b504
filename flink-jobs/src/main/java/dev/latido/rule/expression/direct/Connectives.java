package dev.latido.rule.expression.direct;

import java.util.List;
import java.util.Set;

/** How tests are joined: a part that cannot be computed does not matter where the other one decides. */
final class Connectives {

    private Connectives() {}

    static Test and(Test left, Test right) {
        return (now, soFar) -> {
            Truth first = left.of(now, soFar);
            if (first == Truth.FALSE) {
                return Truth.FALSE;
            }
            Truth second = right.of(now, soFar);
            return second == Truth.TRUE ? first : second;
        };
    }

    static Test or(Test left, Test right) {
        return (now, soFar) -> {
            Truth first = left.of(now, soFar);
            if (first == Truth.TRUE) {
                return Truth.TRUE;
            }
            Truth second = right.of(now, soFar);
            return second == Truth.FALSE ? first : second;
        };
    }

    static Test not(Test test) {
        return (now, soFar) -> switch (test.of(now, soFar)) {
            case TRUE -> Truth.FALSE;
            case FALSE -> Truth.TRUE;
            case ERROR -> Truth.ERROR;
        };
    }

    /** Whether a value is among constants of its type. */
    static Test in(Term term, List<Object> constants) {
        Set<Object> set = Set.copyOf(constants);
        return (now, soFar) -> {
            Object value = term.of(now, soFar);
            if (value == null) {
                return Truth.ERROR;
            }
            boolean zero = value instanceof Double number && number == 0.0; // the two zeros are equal
            return Truth.of(set.contains(value) || (zero && (set.contains(0.0) || set.contains(-0.0))));
        };
    }
}
