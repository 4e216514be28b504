package dev.latido.rule.expression;

import java.util.List;
import java.util.Random;

/** Conditions of simple forms, by chance of a seed. */
final class RandomConditions {

    private static final List<String> TEXTS = List.of(
            "event.name",
            "event.user",
            "event.id",
            "event.kind",
            "event.attributes['k']",
            "event.attributes.plan",
            "customer.band",
            "customer.plan",
            "failed.name",
            "failed.attributes['k']",
            "failed.kind",
            "later.user");
    private static final List<String> INTS = List.of(
            "event.amount",
            "customer.sessions7",
            "customer.tickets30",
            "failed.count",
            "later.count",
            "failed.amount",
            "later.amount",
            "customer.daysUsed('reports', 0, 6)");
    private static final List<String> DOUBLES =
            List.of("customer.score", "customer.components.usage", "customer.churnProbability", "customer.idleDays");
    private static final List<String> BOOLS = List.of("customer.openFailure", "true", "false");
    private static final List<String> HAS = List.of(
            "event.name",
            "event.attributes.k",
            "event.attributes.plan",
            "customer.plan",
            "customer.score",
            "customer.components.usage",
            "customer.signals",
            "customer.openFailure",
            "event.attributes");
    private static final List<String> TEXT_VALUES =
            List.of("''", "'a'", "'Cancel'", "'at_risk'", "'PAGE_VIEW'", "'pro'");
    private static final List<String> INT_VALUES = List.of("0", "1", "-1", "5", "1000", "9223372036854775807");
    private static final List<String> DOUBLE_VALUES = List.of("0.0", "-0.0", "1.0", "60.5", "1e300", "9.3e18");
    private static final List<String> ORDERS = List.of("==", "!=", "<", "<=", ">", ">=");

    private final Random random;

    RandomConditions(long seed) {
        random = new Random(seed);
    }

    String next(int depth) {
        if (depth > 0 && random.nextInt(4) > 0) {
            return switch (random.nextInt(5)) {
                case 0 -> "!(" + next(depth - 1) + ")";
                case 1, 2 -> "(" + next(depth - 1) + " && " + next(depth - 1) + ")";
                default -> "(" + next(depth - 1) + " || " + next(depth - 1) + ")";
            };
        }
        return leaf();
    }

    private String leaf() {
        return switch (random.nextInt(11)) {
            case 0 -> compared(one(TEXTS), one(TEXT_VALUES));
            case 1 -> compared(one(INTS), one(INT_VALUES));
            case 2 -> compared(one(DOUBLES), one(DOUBLE_VALUES));
            case 3 -> one(DOUBLES) + " " + one(ORDERS.subList(2, 6)) + " " + one(INT_VALUES);
            case 4 -> one(INTS) + " " + one(ORDERS.subList(2, 6)) + " " + one(DOUBLE_VALUES);
            case 5 -> one(BOOLS) + (random.nextBoolean() ? "" : " == true");
            case 6 -> "has(" + one(HAS) + ")";
            case 7 -> one(TEXTS) + " in [" + one(TEXT_VALUES) + ", " + one(TEXT_VALUES) + "]";
            case 8 -> one(INTS) + " in [" + one(INT_VALUES) + ", " + one(INT_VALUES) + "]";
            case 9 ->
                one(List.of("'a' in customer.signals", "event.name in customer.signals", "'k' in event.attributes"));
            default ->
                one(TEXTS) + one(List.of(".startsWith('C')", ".contains('a')", ".endsWith('l')", ".matches('^[a-c]')"));
        };
    }

    private String compared(String left, String right) {
        String operator = one(ORDERS);
        return random.nextBoolean() ? left + " " + operator + " " + right : right + " " + operator + " " + left;
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
