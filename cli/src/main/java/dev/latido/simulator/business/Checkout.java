package dev.latido.simulator.business;

import dev.latido.simulator.business.Terms.Status;

/** How a trial gets a means of payment: some day on the way, or just before its end where it goes on. */
final class Checkout {

    private static final double WHEN_AT_HOME_PER_DAY = 0.14;
    private static final double WHEN_STUCK_PER_DAY = 0.04;
    private static final long LAST_MOMENT_MILLIS = 20 * 60_000L;

    private final Team team;
    private final Chance chance;
    private final Journal journal;
    private boolean hasMeans;

    Checkout(Team team, Chance chance, Journal journal) {
        this.team = team;
        this.chance = chance;
        this.journal = journal;
    }

    /**
     * One more day of a subscription.
     *
     * @param before its terms at the start of the day
     * @param stuck whether the onboarding fails
     */
    void live(Day day, Terms before, Terms after, boolean stuck) {
        if (hasMeans || before.status() != Status.TRIALING) {
            return;
        }
        if (after.status() == Status.TRIALING) {
            long at = BusinessHours.draw(day, chance);
            if (chance.happens(stuck ? WHEN_STUCK_PER_DAY : WHEN_AT_HOME_PER_DAY) && at > before.created()) {
                addMeans(at);
            }
        } else if (after.status() != Status.CANCELED) {
            addMeans(before.periodEnd() - LAST_MOMENT_MILLIS);
        }
    }

    private void addMeans(long at) {
        journal.click(at, at, team.owner(), Click.Type.PAGE, Product.BILLING);
        journal.click(at + 45_000, at, team.owner(), Click.Type.ACTION, Product.PAYMENT_METHOD_ADDED);
        hasMeans = true;
    }
}
