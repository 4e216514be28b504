package dev.latido.backtest;

import dev.latido.rule.Mode;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** An invented history of a size that shows how a report looks; the same seed gives the same. */
public final class Sample {

    private static final int DAYS = 180;
    private static final int CUSTOMERS = 400;
    private static final List<String> CAUSES =
            List.of("dissatisfaction", "low-usage", "onboarding", "price", "support");
    private static final List<String> RULES = List.of(
            "cancellation-scheduled",
            "payment-failed-then-cancel-page",
            "three-failed-invoices",
            "downgrade-then-silence",
            "usage-down",
            "owner-silent",
            "tickets-and-low-nps",
            "pricing-page-again");

    private Sample() {}

    /**
     * A report over 180 days of 400 customers.
     *
     * @param version of the rule usage-down: version 2 is stricter
     */
    public static BacktestReport report(int version) {
        Told told = told(version);
        return told.report(60);
    }

    public static BacktestReport withoutTruth() {
        return told(1).reportWithoutTruth();
    }

    private static Told told(int version) {
        Told told = new Told(DAYS);
        for (String rule : RULES.subList(0, version == 1 ? 8 : 7)) {
            told.rule(
                    rule,
                    rule.equals("usage-down") ? version : 1,
                    rule.equals("owner-silent") ? Mode.SHADOW : Mode.LIVE);
        }
        told.counterpart("band:critical", Counterpart.Kind.HEALTH).counterpart("churn-risk", Counterpart.Kind.MODEL);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            live(told, "acct-%04d".formatted(customer), new Random(customer * 7919L), version);
        }
        return told;
    }

    private static void live(Told told, String customer, Random random, int version) {
        double first = random.nextInt(3) == 0 ? random.nextDouble() * DAYS * 0.8 : 0;
        boolean leaves = random.nextInt(5) == 0;
        double left = first + 5 + random.nextDouble() * (DAYS - first - 5);
        told.customer(customer, first, leaves ? left : DAYS);
        if (leaves) {
            told.leaves(customer, left, Optional.of(CAUSES.get(random.nextInt(CAUSES.size()))));
        }
        if (leaves) {
            told.fires("churn-risk", customer, Math.max(first, left - 20));
        }
        int rules = version == 1 ? RULES.size() : RULES.size() - 1;
        for (int rule = 0; rule < RULES.size(); rule++) {
            boolean warns = leaves && random.nextDouble() < 0.5 - 0.05 * rule;
            double noise = random.nextDouble();
            double lead = random.nextDouble() * random.nextDouble() * 70;
            double elsewhere = first + random.nextDouble() * (DAYS - first);
            boolean strict = version == 2 && rule == 4;
            if (rule < rules && warns && left - lead > first) {
                told.fires(RULES.get(rule), customer, left - lead);
            }
            if (rule < rules && noise < (strict ? 0.05 : 0.02 + 0.025 * rule)) {
                told.fires(RULES.get(rule), customer, elsewhere);
            }
        }
    }
}
