package dev.latido.feature;

import static dev.latido.state.StateReader.NEVER;

import dev.latido.event.CustomerEvent;
import dev.latido.memory.UtcDay;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;

/** What models need to know of a customer's past beside its health. Mutable, bounded whatever a customer does. */
public final class CustomerHistory {

    private UsageHistory usage = new UsageHistory();
    private SupportHistory support = new SupportHistory();
    private BillingHistory billing = new BillingHistory();
    /** Where the first event that is in here stood. */
    private long since = NEVER;

    /** A history of which nothing is known before the instant, though there were events. */
    public static CustomerHistory unknownUntil(long instant) {
        CustomerHistory history = new CustomerHistory();
        history.since = instant;
        return history;
    }

    /**
     * Takes in an event; late ones count by their own time, as all others.
     *
     * @param place where the event stands in the order
     */
    public void apply(CustomerEvent event, long place, FeatureConfig config) {
        if (since == NEVER) {
            since = place;
        }
        int today = UtcDay.of(place);
        switch (event.kind().family()) {
            case ACTIVITY -> usage.active(event, today, config);
            case BILLING -> billing.heard(event, today);
            case SUPPORT -> support.heard(event, place);
            case FEEDBACK, EVALUATION -> {}
        }
    }

    /** Lets go of what is over by that day, which is not before that of the last event. */
    public void advance(int today) {
        usage.advance(today);
        support.advance(today);
        billing.advance(today);
    }

    public UsageHistory usage() {
        return usage;
    }

    public SupportHistory support() {
        return support;
    }

    public BillingHistory billing() {
        return billing;
    }

    /** The day from which on everything is known; the whole past, when that of the first event. */
    public int firstDay() {
        return UtcDay.of(since);
    }

    /** Whether all of the customer's events are in here, whose first one stood there. */
    public boolean isWhole(long firstPlace) {
        return since <= firstPlace;
    }

    public void write(StateWriter out) {
        out.instant(since);
        usage.write(out);
        support.write(out);
        billing.write(out);
    }

    public static CustomerHistory read(StateReader in) {
        CustomerHistory read = new CustomerHistory();
        read.since = in.instant();
        read.usage = UsageHistory.read(in);
        read.support = SupportHistory.read(in);
        read.billing = BillingHistory.read(in);
        return read;
    }
}
