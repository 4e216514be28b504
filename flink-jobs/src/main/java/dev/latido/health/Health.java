package dev.latido.health;

import static dev.latido.state.StateReader.NEVER;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.event.Rating;
import dev.latido.memory.DayCounts;
import dev.latido.memory.LatestFlags;
import dev.latido.memory.UtcDay;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.state.TextHash;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Everything that a customer's health is made of. Mutable, bounded whatever a customer does. */
public final class Health {

    static final int WEEK_DAYS = 7;
    static final int MONTH_DAYS = 30;
    static final int QUARTER_DAYS = 90;

    private static final int LAYOUT_WITH_PLAN = 2;

    private Sessions sessions = new Sessions();
    private DayCounts activity = new DayCounts(MONTH_DAYS);
    private DayCounts tickets = new DayCounts(MONTH_DAYS);
    private FeatureUse features = new FeatureUse();
    private Payments payments = new Payments();
    private Satisfaction satisfaction = new Satisfaction();
    /** Of each subscription, whether it is active. */
    private LatestFlags subscriptions = new LatestFlags();

    private Plan plan = new Plan();
    private long firstPlace = NEVER;
    private long lastActivityAt = NEVER;

    /**
     * Takes in an event.
     *
     * @param place where the event stands in the order; a late one counts by its own time, and in no session
     */
    public void apply(CustomerEvent event, long place, boolean late, HealthConfig config) {
        if (firstPlace == NEVER) {
            firstPlace = place;
        }
        long at = event.at().toEpochMilli();
        int today = UtcDay.of(place);
        if (event.kind().family() == Kind.Family.BILLING) {
            plan.heard(event.attributes().get("plan"), at);
        }
        switch (event.kind()) {
            case LOGIN, PAGE_VIEW, ACTION, FEATURE_USED -> active(event, at, place, late, config);
            case TICKET_OPENED -> tickets.add(UtcDay.of(at), 1, today);
            case PAYMENT_SUCCEEDED -> payments.succeeded(at);
            case PAYMENT_FAILED -> payments.failed(at, today);
            case INVOICE_OVERDUE -> payments.overdue(at, today);
            case SUBSCRIPTION_STARTED, SUBSCRIPTION_UPGRADED, SUBSCRIPTION_DOWNGRADED ->
                subscription(event, true, at, config);
            case SUBSCRIPTION_CANCELLED -> subscription(event, false, at, config);
            case NPS, CSAT -> satisfaction.answered(Rating.of(event.kind(), event.attributes()), at);
            case PAYMENT_RETRY_FAILED,
                    CANCELLATION_SCHEDULED,
                    CANCELLATION_WITHDRAWN,
                    TRIAL_ENDING,
                    REFUNDED,
                    TICKET_CLOSED,
                    EVALUATED -> {}
        }
    }

    private void active(CustomerEvent event, long at, long place, boolean late, HealthConfig config) {
        int day = UtcDay.of(at);
        int today = UtcDay.of(place);
        lastActivityAt = Math.max(lastActivityAt, at);
        activity.add(day, 1, today);
        if (event.kind() == Kind.FEATURE_USED) {
            Long feature = config.catalogue().hashOf(event.name());
            if (feature != null) {
                features.used(feature, day, today);
            }
        }
        if (!late) {
            sessions.add(TextHash.of(event.userId()), place, config.scorecard());
        }
    }

    private void subscription(CustomerEvent event, boolean active, long at, HealthConfig config) {
        long id = TextHash.of(event.attributes().getOrDefault("subscriptionId", ""));
        subscriptions.heard(id, active, at, config.scorecard().maxSubscriptions());
    }

    /** Evaluates at an instant that is not before the last event's place. */
    public void assess(long now, HealthConfig config, Assessment found) {
        Scorecard scorecard = config.scorecard();
        int today = UtcDay.of(now);
        sessions.advance(now, scorecard);
        activity.advance(today);
        tickets.advance(today);
        payments.advance(today);

        found.sessions7 = sessions.startedSince(today - WEEK_DAYS + 1);
        found.averageMinutes30 = sessions.averageMinutes();
        found.activeDays30 = activity.days();
        found.adoption30 = (double) features.count(today, config.catalogue())
                / config.catalogue().size();
        found.tickets30 = tickets.total();
        found.failures90 = payments.failures();
        found.openFailure = payments.hasOpenFailure();
        found.satisfaction = satisfaction.latest(today);
        found.idleMillis = now - (lastActivityAt == NEVER ? firstPlace : lastActivityAt);
        found.failedJustNow = payments.failedWithin(scorecard.levels().immediateMillis(), now);
        found.onboarding = now - firstPlace < scorecard.onboardingMillis();
        found.cancelled = !subscriptions.isEmpty() && !subscriptions.any();
        HealthFormula.apply(found, scorecard);
    }

    /** Sessions that started on the given day (of the last 84) or later. */
    public long sessionsSince(int day) {
        return sessions.startedSince(day);
    }

    /** Days of the last 30 with activity, from the given one on. */
    public int activeDaysSince(int day) {
        return activity.daysSince(day);
    }

    /** Features of the catalogue that were used in the last 30 days. */
    public int featuresUsed(int today, HealthConfig config) {
        return features.count(today, config.catalogue());
    }

    /** Features of the catalogue that were used in the 30 days before the last 30. */
    public int featuresUsedBefore(int today, HealthConfig config) {
        return features.countBefore(today, config.catalogue());
    }

    /** When somebody last said how content they are, however long ago; {@link StateReader#NEVER} when nobody has. */
    public long satisfactionAnsweredAt() {
        return satisfaction.answeredAt();
    }

    /** Whether one of those subscriptions, known by the hashes of their ids, is active. */
    public boolean hasActiveSubscription(LongPredicate ofThese) {
        return subscriptions.any(ofThese);
    }

    /** The plan that the latest billing event named; null where none did. */
    public @Nullable String plan() {
        return plan.name();
    }

    /** Where the customer's first event stood; {@link StateReader#NEVER} before it. */
    public long firstPlace() {
        return firstPlace;
    }

    /** Names of the catalogue's features used in the 30 days of the latest assessment, sorted. */
    public List<String> features(HealthConfig config) {
        return config.catalogue().namesOf(features.used());
    }

    /** On how many of the days from {@code first} to {@code last}, both counted, within the last 30, a feature was used. */
    public long daysUsed(String feature, int first, int last, int today, HealthConfig config) {
        Long hash = config.catalogue().hashOf(feature);
        return hash == null ? 0 : features.daysUsed(hash, first, last, today);
    }

    /** When a payment last succeeded; {@link StateReader#NEVER} when none has. */
    public long paymentSucceededAt() {
        return payments.succeededAt();
    }

    public void write(StateWriter out) {
        sessions.write(out);
        activity.write(out);
        tickets.write(out);
        features.write(out);
        payments.write(out);
        satisfaction.write(out);
        subscriptions.write(out);
        out.instant(firstPlace).instant(lastActivityAt);
        plan.write(out);
    }

    public static Health read(StateReader in) {
        Health read = new Health();
        read.sessions = Sessions.read(in);
        read.activity = DayCounts.read(MONTH_DAYS, in);
        read.tickets = DayCounts.read(MONTH_DAYS, in);
        read.features = FeatureUse.read(in);
        read.payments = Payments.read(in);
        read.satisfaction = Satisfaction.read(in);
        read.subscriptions = LatestFlags.read(in);
        read.firstPlace = in.instant();
        read.lastActivityAt = in.instant();
        read.plan = in.version() < LAYOUT_WITH_PLAN ? new Plan() : Plan.read(in);
        return read;
    }
}
