package dev.latido.feature;

import dev.latido.event.CustomerEvent;
import dev.latido.memory.LatestFlags;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.state.TextHash;

/**
 * Whether a customer has said that it is going to leave: every subscription that is known has ended or is cancelled to the
 * end of its time.
 */
public final class Notices {

    /** What an event has changed about it. */
    public enum Step {
        NOTHING,
        GIVEN,
        WITHDRAWN
    }

    private static final int MOST_SUBSCRIPTIONS = 32;

    /** Of each subscription, whether its cancellation is scheduled. */
    private LatestFlags scheduled = new LatestFlags();

    private boolean given;

    /** Those of a customer of whom nothing else is known than whether all subscriptions have ended. */
    public static Notices ofUnknownPast(boolean cancelled) {
        Notices notices = new Notices();
        notices.given = cancelled;
        return notices;
    }

    /** Whether notice is given of the whole customer, by a cancellation that is scheduled or has taken effect. */
    public boolean isGiven() {
        return given;
    }

    /** Takes in what an event says about the cancellation of a subscription. */
    public void heard(CustomerEvent event) {
        long at = event.at().toEpochMilli();
        long subscription = TextHash.of(event.attributes().getOrDefault("subscriptionId", ""));
        switch (event.kind()) {
            case CANCELLATION_SCHEDULED -> scheduled.heard(subscription, true, at, MOST_SUBSCRIPTIONS);
            case CANCELLATION_WITHDRAWN -> scheduled.heard(subscription, false, at, MOST_SUBSCRIPTIONS);
            case SUBSCRIPTION_STARTED, SUBSCRIPTION_CANCELLED -> {
                if (scheduled.holds(subscription)) {
                    scheduled.heard(subscription, false, at, MOST_SUBSCRIPTIONS);
                }
            }
            default -> {}
        }
    }

    /** Whether the cancellation of a subscription, known by the hash of its id, is scheduled. */
    public boolean isScheduled(long subscription) {
        return scheduled.holds(subscription);
    }

    /**
     * What has become of the notice with what was heard last.
     *
     * @param wasCancelled whether all subscriptions had ended before
     * @param cancelled whether all have ended now
     * @param stays whether one is active whose cancellation is not scheduled
     */
    public Step step(boolean wasCancelled, boolean cancelled, boolean stays) {
        boolean before = given;
        given = cancelled || (scheduled.any() && !stays);
        if (given == before) {
            return Step.NOTHING;
        }
        if (given) {
            return Step.GIVEN;
        }
        return wasCancelled ? Step.NOTHING : Step.WITHDRAWN; // who has left and comes back has withdrawn nothing
    }

    public void write(StateWriter out) {
        scheduled.write(out);
        out.flag(given);
    }

    public static Notices read(StateReader in) {
        Notices read = new Notices();
        read.scheduled = LatestFlags.read(in);
        read.given = in.flag();
        return read;
    }
}
