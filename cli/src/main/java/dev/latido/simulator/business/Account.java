package dev.latido.simulator.business;

import dev.latido.simulator.business.Subscription.Ending;
import dev.latido.simulator.business.Terms.Status;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One simulated customer, living day by day until it leaves. */
public final class Account {

    private static final double NPS_PER_DAY = 1 / 50.0;
    private static final double ANNUAL_PATIENCE = 0.3;
    private static final double ANNUAL_DOUBT = 2.5;
    private static final double IMMEDIATE_SHARE = 0.25;

    private final Traits traits;
    private final Chance chance;
    private final Journal journal;
    private final Satisfaction satisfaction;
    private final Adoption adoption;
    private final Team team;
    private final Sessions sessions;
    private final SupportDesk support;
    private final Subscription subscription;
    private double hazard;

    private Account(Birth birth, Traits traits, Chance chance, Journal journal) {
        this.traits = traits;
        this.chance = chance;
        this.journal = journal;
        satisfaction = new Satisfaction(birth.mood(traits, chance));
        adoption = birth.adoption(traits, chance);
        team = new Team(journal.identity(), traits.light() ? Math.min(2, birth.people()) : birth.people(), chance);
        sessions = new Sessions(traits, team, adoption, chance, journal);
        support = new SupportDesk(journal.identity(), team, chance, journal);
        Wallet wallet = new Wallet(traits.paymentRisk(), birth.cardExpires(chance));
        subscription =
                new Subscription(birth.terms(), traits.priceSensitivity(), wallet, satisfaction, chance, journal);
        if (birth.discounted()) {
            subscription.grantDiscount(birth.worldStart());
        }
    }

    /** The customer of that number; its life depends on the world and its number, and on no other customer. */
    public static Account of(World world, Identity identity, Consumer<? super Fact> facts) {
        Chance chance = new Chance(Chance.mix(identity.salt(), 0));
        Birth birth = Birth.draw(world, chance);
        Traits traits = Traits.draw(chance, birth.people());
        return new Account(birth, traits, chance, new Journal(identity, world.end(), facts));
    }

    /** Lives one day; to be called once for each day in turn until the account has ended. */
    public void live(Day day) {
        Terms terms = subscription.terms();
        if (terms.created() >= day.end()) {
            return;
        }
        int tenure = (int) Math.max(0, (day.start() - terms.created()) / Day.MILLIS);
        if (terms.created() >= day.start()) {
            subscription.begin();
            sessions.welcome(terms.created() + 5_000, terms.offer().code());
        }
        change(day, tenure);
        bill(day, tenure);
        use(day, tenure);
    }

    public Identity identity() {
        return journal.identity();
    }

    /**
     * How fast the account was being lost, as known at the start of the last day it lived, per day: the probability
     * that it decides to leave, and that of a trial or a collection that fails, spread over the days until it does;
     * with a cancellation ahead, one over the days that are left.
     */
    public double hazard() {
        return hazard;
    }

    public boolean hasBegun(long at) {
        return subscription.terms().created() < at;
    }

    public boolean hasEnded() {
        return subscription.ending() != null;
    }

    /** When the subscription ended, milliseconds since 1970-01-01 UTC; {@link Long#MAX_VALUE} while it has not. */
    public long endedAt() {
        Ending ending = subscription.ending();
        return ending == null ? Long.MAX_VALUE : ending.at();
    }

    /** Why it ended; null while it has not. */
    public @Nullable ChurnCause cause() {
        Ending ending = subscription.ending();
        return ending == null ? null : ending.cause();
    }

    private void change(Day day, int tenure) {
        satisfaction.drift(traits.fit() - (adoption.failed() && tenure < 120 ? 0.6 : 0), chance);
        satisfaction.shock(-0.35 * day.incident());
        adoption.grow(tenure, satisfaction.now(), chance);
        team.live(chance);
    }

    private void bill(Day day, int tenure) {
        ChurnRisk risk = ChurnRisk.of(
                adoption, tenure, satisfaction, sessions, support.burden(), subscription.priceShock(day.start()));
        double leaves = risk.perDay() * patience(day);
        hazard = hazard(day, leaves);
        if (subscription.terms().periodEnd() < day.end()) {
            boolean converts = chance.happens(conversion());
            ChurnCause otherwise = adoption.failed() ? ChurnCause.ONBOARDING : ChurnCause.PRICE;
            subscription.decideOnTrial(converts, otherwise);
        }
        long moment = BusinessHours.draw(day, chance);
        subscription.advance(moment);
        if (!hasEnded() && hasBegun(day.start())) {
            decide(moment, leaves, risk);
        }
        subscription.advance(day.end());
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
        sessions.farewell(moment);
        if (!subscription.terms().annual() && chance.happens(IMMEDIATE_SHARE)) {
            subscription.end(moment, cause);
        } else {
            subscription.scheduleCancellation(moment, cause);
        }
    }

    private void consider(Offer offer, long moment, double mood) {
        boolean full = team.size() >= offer.seats();
        if (offer.larger() != offer && chance.happens((full ? 0.003 : 0.0003) * mood)) {
            subscription.change(offer.larger(), moment);
        } else if (offer.smaller() != offer
                && team.size() <= offer.smaller().seats()
                && chance.happens(Math.min(0.02, 0.0012 / mood))) {
            subscription.change(offer.smaller(), moment);
        }
    }

    private void use(Day day, int tenure) {
        Terms terms = subscription.terms();
        long from = Math.max(day.start(), terms.created());
        long until = Math.min(day.end(), endedAt());
        double felt = satisfaction.felt();
        double level = adoption.use(tenure)
                * team.drive()
                * StrictMath.exp((traits.light() ? 0.15 : 0.45) * (felt - 0.5))
                * (terms.cancelAtPeriodEnd() ? 0.45 : 1);
        sessions.live(day, from, until, level, felt, terms.offer().seats());

        double trouble = StrictMath.exp(-0.55 * felt) * (1 + 4 * day.incident()) * (tenure < 14 ? 2 : 1);
        support.live(day, from, until, traits.ticketsPerDay() * trouble, satisfaction);

        long asked = BusinessHours.draw(day, chance);
        if (chance.happens(NPS_PER_DAY) && asked >= from && asked < until) {
            double score = 7.2 + 1.7 * satisfaction.now() + 1.2 * chance.normal();
            int whole = (int) Math.max(0, Math.min(10, Math.round(score)));
            journal.opinion(asked, team.pick(chance), Opinion.Survey.NPS, whole);
        }
    }

    private double hazard(Day day, double leaves) {
        Terms terms = subscription.terms();
        double daysLeft = (double) (terms.periodEnd() - day.start()) / Day.MILLIS;
        if (terms.cancelAtPeriodEnd()) {
            return 1 / (1 + Math.max(0, daysLeft));
        }
        double trial = terms.status() == Status.TRIALING ? (1 - conversion()) / (1 + Math.max(0, daysLeft)) : 0;
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

    private double conversion() {
        double likely = adoption.failed() ? 0.45 : 0.9;
        return Math.max(0.05, Math.min(0.98, likely + 0.08 * satisfaction.felt()));
    }
}
