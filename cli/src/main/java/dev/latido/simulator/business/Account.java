package dev.latido.simulator.business;

import dev.latido.simulator.business.Subscription.Ending;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One simulated customer, living day by day until it leaves. */
public final class Account {

    private static final double NPS_PER_DAY = 1 / 50.0;
    private static final double SHORT_SHARE = 0.01;
    private static final double RISK_WHEN_SHORT = 0.65;
    private static final long WHIMS = 0x3417;

    private final Traits traits;
    private final Chance chance;
    private final Journal journal;
    private final Satisfaction satisfaction;
    private final Adoption adoption;
    private final Team team;
    private final Sessions sessions;
    private final SupportDesk support;
    private final Subscription subscription;
    private final Errands errands;
    private final Loyalty loyalty;

    private Account(Birth birth, Traits traits, Chance chance, Journal journal) {
        this.traits = traits;
        this.chance = chance;
        this.journal = journal;
        satisfaction = new Satisfaction(birth.mood(traits, chance));
        adoption = birth.adoption(traits, chance);
        team = new Team(journal.identity(), traits.light() ? Math.min(2, birth.people()) : birth.people(), chance);
        // Draws of their own, so that the way an account goes does not hang on them.
        Chance whims = new Chance(Chance.mix(journal.identity().salt(), WHIMS));
        sessions = new Sessions(traits, team, adoption, chance, whims, journal);
        support = new SupportDesk(journal.identity(), team, chance, journal);
        double risk = whims.happens(SHORT_SHARE) ? RISK_WHEN_SHORT : traits.paymentRisk();
        Wallet wallet = new Wallet(risk, birth.cardExpires(chance));
        Receivables receivables = new Receivables(wallet, satisfaction, chance, journal);
        subscription = new Subscription(birth.terms(), traits.priceSensitivity(), receivables, satisfaction, journal);
        Visits visits = new Visits(team, whims, journal);
        Checkout checkout = new Checkout(team, whims, journal);
        Habit habit = new Habit(traits, birth.isNew(), team, adoption, whims, journal);
        errands = new Errands(visits, checkout, habit);
        loyalty = new Loyalty(team, satisfaction, visits, subscription, chance);
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
        double price = subscription.priceShock(day.start());
        ChurnRisk risk = ChurnRisk.of(adoption, tenure, satisfaction, sessions, support.burden(), price);
        loyalty.live(day, risk, conversion());
        sessions.change(day, terms.offer(), subscription.terms().offer());
        use(day, tenure);
        if (!sessions.areResting(day)) {
            Errands.Mood mood = new Errands.Mood(satisfaction.felt(), team.drive(), risk.perDay(), adoption.failed());
            errands.live(day, Math.min(day.end(), endedAt()), terms, subscription.terms(), mood);
        }
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
        return loyalty.hazard();
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

    private double conversion() {
        double likely = adoption.failed() ? 0.45 : 0.9;
        return Math.max(0.05, Math.min(0.98, likely + 0.08 * satisfaction.felt()));
    }
}
