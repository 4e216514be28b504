package dev.latido.feature;

import dev.latido.event.CustomerEvent;
import dev.latido.memory.DayCounts;
import dev.latido.memory.Sightings;
import dev.latido.memory.UtcDay;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.state.TextHash;

/** What people of a customer did in the product, by day. */
public final class UsageHistory {

    /** Users of one customer who are told apart. */
    public static final int MOST_USERS = 500;

    private static final int WEEK_DAYS = 7;
    private static final int MONTH_DAYS = 30;

    private Sightings users = new Sightings(MOST_USERS);
    private DayCounts keyUses = new DayCounts(MONTH_DAYS);
    private DayCounts pricingVisits = new DayCounts(MONTH_DAYS);
    private DayCounts cancelVisits = new DayCounts(MONTH_DAYS);
    private DayCounts errors = new DayCounts(WEEK_DAYS);

    void active(CustomerEvent event, int today, FeatureConfig config) {
        int day = UtcDay.of(event.at().toEpochMilli());
        users.seen(TextHash.of(event.userId()), day, today);
        switch (event.kind()) {
            case FEATURE_USED -> keyUse(event, day, today, config);
            case ACTION -> {
                keyUse(event, day, today, config);
                if (config.errorActions().contains(event.name())) {
                    errors.add(day, 1, today);
                }
            }
            case PAGE_VIEW -> viewed(event, day, today, config);
            default -> {}
        }
    }

    private void keyUse(CustomerEvent event, int day, int today, FeatureConfig config) {
        if (config.keyUses().contains(event.name())) {
            keyUses.add(day, 1, today);
        }
    }

    private void viewed(CustomerEvent page, int day, int today, FeatureConfig config) {
        if (config.pricingPages().contains(page.name())) {
            pricingVisits.add(day, 1, today);
        }
        if (config.cancelPages().contains(page.name())) {
            cancelVisits.add(day, 1, today);
        }
    }

    void advance(int today) {
        keyUses.advance(today);
        pricingVisits.advance(today);
        cancelVisits.advance(today);
        errors.advance(today);
    }

    /** Users active in the last 30 days, {@value #MOST_USERS} at most. */
    public int users(int today) {
        return users.recent(today);
    }

    /** Users active in the 30 days before the last 30; with more than {@value #MOST_USERS} in both together, too few. */
    public int usersBefore(int today) {
        return users.before(today);
    }

    /** Of the last 30 days. */
    public long keyUses() {
        return keyUses.total();
    }

    /** Of the last 30 days. */
    public long pricingVisits() {
        return pricingVisits.total();
    }

    /** Of the last 30 days. */
    public long cancelVisits() {
        return cancelVisits.total();
    }

    /** Of the last 7 days. */
    public long errors() {
        return errors.total();
    }

    void write(StateWriter out) {
        users.write(out);
        keyUses.write(out);
        pricingVisits.write(out);
        cancelVisits.write(out);
        errors.write(out);
    }

    static UsageHistory read(StateReader in) {
        UsageHistory read = new UsageHistory();
        read.users = Sightings.read(MOST_USERS, in);
        read.keyUses = DayCounts.read(MONTH_DAYS, in);
        read.pricingVisits = DayCounts.read(MONTH_DAYS, in);
        read.cancelVisits = DayCounts.read(MONTH_DAYS, in);
        read.errors = DayCounts.read(WEEK_DAYS, in);
        return read;
    }
}
