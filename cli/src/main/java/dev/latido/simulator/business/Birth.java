package dev.latido.simulator.business;

import dev.latido.simulator.business.Terms.Status;
import java.util.List;

/**
 * How an account comes into the simulation: with a past, or as a new one during the run.
 *
 * @param people of the account when it comes in
 * @param tenureDays before the start; negative for an account that arrives later
 * @param onboards whether its onboarding succeeds
 */
record Birth(long worldStart, Terms terms, int people, int tenureDays, boolean onboards, boolean discounted) {

    private static final List<Offer> OFFERS = List.of(Offer.values());
    private static final List<Currency> CURRENCIES = List.of(Currency.values());
    private static final double ARRIVING_SHARE = 0.22;
    private static final double ONBOARDED_OF_NEW = 0.72;
    private static final double ONBOARDED_OF_OLD = 0.93;
    private static final int YOUNGEST_DAYS = 15;
    private static final double MEAN_TENURE_DAYS = 260;

    static Birth draw(World world, Chance chance) {
        boolean arrives = chance.happens(ARRIVING_SHARE);
        int tenure = arrives
                ? -chance.below(world.days())
                : YOUNGEST_DAYS + (int) Math.min(2_000, chance.exponential(MEAN_TENURE_DAYS));
        Offer offer = chance.pick(OFFERS, 45, 33, 16, 6);
        int people = 1 + (int) (offer.seats() * chance.between(0.15, 0.85));
        boolean onboards = chance.happens(arrives ? ONBOARDED_OF_NEW : ONBOARDED_OF_OLD);
        Terms terms = terms(world, tenure, offer, arrives && chance.happens(0.7), chance);
        boolean discounted = !terms.annual() && chance.happens(0.5);
        return new Birth(world.start(), terms, people, tenure, onboards, discounted);
    }

    double mood(Traits traits, Chance chance) {
        return isNew() ? 0.6 + 0.4 * chance.normal() : traits.fit() + 0.45 * chance.normal();
    }

    Adoption adoption(Traits traits, Chance chance) {
        Adoption adoption = new Adoption(onboards, traits.curiosity(), chance);
        for (int day = 0; day < Math.min(tenureDays, 400); day++) {
            adoption.grow(day, traits.fit(), chance);
        }
        return adoption;
    }

    long cardExpires(Chance chance) {
        return worldStart + (long) (chance.between(0, 900) * Day.MILLIS);
    }

    boolean isNew() {
        return tenureDays <= 0;
    }

    private static Terms terms(World world, int tenureDays, Offer offer, boolean trial, Chance chance) {
        boolean annual = chance.happens(0.2);
        Currency currency = chance.pick(CURRENCIES, 70, 17, 9, 4);
        long created = world.start() - tenureDays * Day.MILLIS + BusinessHours.offset(chance);
        if (trial) {
            long end = created + Subscription.TRIAL_MILLIS;
            return new Terms(offer, annual, currency, Status.TRIALING, false, created, created, end);
        }
        long period = Terms.periodMillis(annual);
        long past = Math.max(0, (world.start() - created) / period);
        long periodStart = created + past * period;
        return new Terms(offer, annual, currency, Status.ACTIVE, false, created, periodStart, periodStart + period);
    }
}
