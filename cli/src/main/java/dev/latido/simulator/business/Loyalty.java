package dev.latido.simulator.business;

import dev.latido.simulator.business.Terms.Status;

/** Whether an account stays: what speaks against it, and what it decides about its subscription. */
final class Loyalty {

    private static final double ANNUAL_PATIENCE = 0.3;
    private static final double ANNUAL_DOUBT = 2.5;
    private static final double IMMEDIATE_SHARE = 0.25;

    private final Team team;
    private final Satisfaction satisfaction;
    private final Visits visits;
    private final Subscription subscription;
    private final Chance chance;

    private double hazard;

    Loyalty(Team team, Satisfaction satisfaction, Visits visits, Subscription subscription, Chance chance) {
        this.team = team;
        this.satisfaction = satisfaction;
        this.visits = visits;
        this.subscription = subscription;
        this.chance = chance;
    }

    /**
     * One more day of the subscription.
     *
     * @param conversion the probability that a trial becomes a paid subscription
     */
    void live(Day day, ChurnRisk risk, double conversion) {
        Terms terms = subscription.terms();
        double leaves = risk.perDay() * patience(day);
        hazard = hazard(day, leaves, conversion);
        if (terms.periodEnd() < day.end()) {
            subscription.decideOnTrial(
                    chance.happens(conversion), risk.onboarding() > 0 ? ChurnCause.ONBOARDING : ChurnCause.PRICE);
        }
        long moment = BusinessHours.draw(day, chance);
        subscription.advance(moment);
        if (subscription.ending() == null && terms.created() < day.start()) {
            decide(moment, leaves, risk);
        }
        subscription.advance(day.end());
    }

    /** How fast the account was being lost on the last day, as known at its start. */
    double hazard() {
        return hazard;
    }

    private void decide(long moment, double leaves, ChurnRisk risk) {
        Terms terms = subscription.terms();
        double mood = StrictMath.exp(satisfaction.felt());
        if (terms.cancelAtPeriodEnd()) {
            if (chance.happens(Math.min(0.1, 0.012 * mood))) {
                subscription.withdrawCancellation(moment);
            }
        } else if (chance.happens(leaves)) {
            leave(moment, risk.cause(chance));
        } else if (terms.status() == Status.ACTIVE) {
            consider(terms.offer(), moment, mood);
        }
    }

    private void leave(long moment, ChurnCause cause) {
        visits.farewell(moment);
        if (!subscription.terms().annual() && chance.happens(IMMEDIATE_SHARE)) {
            subscription.end(moment, cause);
        } else {
            subscription.scheduleCancellation(moment, cause);
        }
    }

    private void consider(Offer offer, long moment, double mood) {
        boolean full = team.size() >= offer.seats();
        boolean wide = team.size() <= offer.smaller().seats();
        if (offer.larger() != offer && chance.happens((full ? 0.003 : 0.0003) * mood)) {
            subscription.change(offer.larger(), moment);
        } else if (offer.smaller() != offer && wide && chance.happens(Math.min(0.02, 0.0012 / mood))) {
            subscription.change(offer.smaller(), moment);
        }
    }

    private double hazard(Day day, double leaves, double conversion) {
        Terms terms = subscription.terms();
        double daysLeft = Math.max(0, (double) (terms.periodEnd() - day.start()) / Day.MILLIS);
        if (terms.cancelAtPeriodEnd()) {
            return 1 / (1 + daysLeft);
        }
        double trial = terms.status() == Status.TRIALING ? (1 - conversion) / (1 + daysLeft) : 0;
        return Math.min(1, leaves + trial + subscription.unpaidHazard());
    }

    /** Those who paid for a year think about it when the next year draws near. */
    private double patience(Day day) {
        Terms terms = subscription.terms();
        if (!terms.annual()) {
            return 1;
        }
        return terms.periodEnd() - day.start() > 30 * Day.MILLIS ? ANNUAL_PATIENCE : ANNUAL_DOUBT;
    }
}
