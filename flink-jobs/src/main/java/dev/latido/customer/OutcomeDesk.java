package dev.latido.customer;

import dev.latido.event.CustomerEvent;
import dev.latido.event.CustomerOutcome;
import dev.latido.event.CustomerOutcome.What;
import dev.latido.event.Kind;
import dev.latido.feature.BillingHistory;
import dev.latido.feature.Notices;
import dev.latido.health.Health;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells of a customer's outcomes when they happen. */
final class OutcomeDesk {

    /** Why the source says that a subscription ended, in Stripe's words. */
    private static final String REASON = "cancellationReason";

    private static final String UNPAID = "payment_failed";
    private static final String ASKED_FOR = "cancellation_requested";

    private Notices notices = new Notices();

    /**
     * Takes in an event that health and history have taken in already.
     *
     * @param wasCancelled whether all subscriptions had ended before it
     * @param cancelled whether all have ended now
     */
    List<CustomerOutcome> observe(
            CustomerEvent event, Health health, BillingHistory billing, boolean wasCancelled, boolean cancelled) {
        if (event.kind().family() != Kind.Family.BILLING) {
            return List.of();
        }
        List<CustomerOutcome> found = new ArrayList<>();
        money(event).ifPresent(found::add);
        boolean announced = notices.isGiven();
        boolean involuntary = event.kind() == Kind.SUBSCRIPTION_CANCELLED && isInvoluntary(event, billing, announced);
        notices.heard(event);
        boolean stays = health.hasActiveSubscription(subscription -> !notices.isScheduled(subscription));
        switch (notices.step(wasCancelled, cancelled, stays)) {
            case GIVEN -> found.add(CustomerOutcome.of(event, What.CANCELLATION_NOTICE, involuntary, 0));
            case WITHDRAWN -> found.add(CustomerOutcome.of(event, What.CANCELLATION_WITHDRAWN, false, 0));
            case NOTHING -> {}
        }
        if (cancelled && !wasCancelled) {
            found.add(CustomerOutcome.of(event, What.CANCELLED, involuntary, 0));
        }
        return found;
    }

    /** Whether the customer has given notice, and not withdrawn it. */
    boolean isNoticeGiven() {
        return notices.isGiven();
    }

    private static Optional<CustomerOutcome> money(CustomerEvent event) {
        return switch (event.kind()) {
            case PAYMENT_SUCCEEDED -> Optional.of(CustomerOutcome.of(event, What.PAYMENT, false, event.amountCents()));
            case REFUNDED -> Optional.of(CustomerOutcome.of(event, What.REFUND, false, event.amountCents()));
            case SUBSCRIPTION_UPGRADED -> Optional.of(CustomerOutcome.of(event, What.UPGRADE, false, 0));
            case SUBSCRIPTION_DOWNGRADED -> Optional.of(CustomerOutcome.of(event, What.DOWNGRADE, false, 0));
            default -> Optional.empty();
        };
    }

    /** The source's word counts; without it, whether something is unpaid that nobody announced to leave for. */
    private static boolean isInvoluntary(CustomerEvent event, BillingHistory billing, boolean announced) {
        return switch (event.attributes().getOrDefault(REASON, "")) {
            case UNPAID -> true;
            case ASKED_FOR -> false;
            default -> billing.isUnpaid() && !announced;
        };
    }

    void write(StateWriter out) {
        notices.write(out);
    }

    static OutcomeDesk read(StateReader in) {
        OutcomeDesk read = new OutcomeDesk();
        read.notices = Notices.read(in);
        return read;
    }

    /** The desk of a customer whose state was written before there were outcomes. */
    static OutcomeDesk ofUnknownPast(boolean cancelled) {
        OutcomeDesk desk = new OutcomeDesk();
        desk.notices = Notices.ofUnknownPast(cancelled);
        return desk;
    }
}
