package dev.latido.simulator.business;

import java.util.List;

/**
 * How much each trouble of an account pushes it to leave. The daily probability that it decides to is a small base
 * rate, multiplied by e for each unit of trouble.
 */
record ChurnRisk(double onboarding, double dissatisfaction, double lowUsage, double support, double price) {

    private static final List<ChurnCause> CAUSES = List.of(
            ChurnCause.ONBOARDING,
            ChurnCause.DISSATISFACTION,
            ChurnCause.LOW_USAGE,
            ChurnCause.SUPPORT,
            ChurnCause.PRICE);
    private static final double BASE_PER_DAY = 0.00014;
    private static final double HIGHEST_PER_DAY = 0.15;
    private static final double UNSEEN = 0.3;

    static ChurnRisk of(
            Adoption adoption,
            int tenureDays,
            Satisfaction satisfaction,
            Sessions sessions,
            double burden,
            double price) {
        boolean stuck = adoption.failed() && tenureDays < 120;
        double missing = Math.max(0, 0.6 - sessions.level()) / 0.6;
        return new ChurnRisk(
                stuck ? 1.8 : 0, 1.3 * Math.max(0, 1 - satisfaction.felt()), 3.6 * missing, 2.5 * burden, 1.1 * price);
    }

    /** The probability of a decision to leave on one day. */
    double perDay() {
        double trouble = onboarding + dissatisfaction + lowUsage + support + price;
        return Math.min(HIGHEST_PER_DAY, BASE_PER_DAY * StrictMath.exp(trouble));
    }

    /** The reason that such an account names: one of its troubles, in proportion, or the price where it has few. */
    ChurnCause cause(Chance chance) {
        return chance.pick(CAUSES, onboarding, dissatisfaction, lowUsage, support, price + UNSEEN);
    }
}
