package dev.latido.bench.rules;

import dev.latido.event.Kind;
import java.util.ArrayList;
import java.util.List;

/** The kinds that are no activity, each as often as it comes among a thousand events. */
final class RareKinds {

    private static final List<Kind> KINDS = new ArrayList<>();

    static {
        add(Kind.PAYMENT_SUCCEEDED, 25);
        add(Kind.PAYMENT_FAILED, 6);
        add(Kind.PAYMENT_RETRY_FAILED, 4);
        add(Kind.INVOICE_OVERDUE, 3);
        add(Kind.SUBSCRIPTION_STARTED, 3);
        add(Kind.SUBSCRIPTION_UPGRADED, 2);
        add(Kind.SUBSCRIPTION_DOWNGRADED, 2);
        add(Kind.TRIAL_ENDING, 3);
        add(Kind.REFUNDED, 2);
        add(Kind.CANCELLATION_SCHEDULED, 1);
        add(Kind.CANCELLATION_WITHDRAWN, 1);
        add(Kind.TICKET_OPENED, 11);
        add(Kind.TICKET_CLOSED, 10);
        add(Kind.NPS, 4);
        add(Kind.CSAT, 3);
    }

    private RareKinds() {}

    private static void add(Kind kind, int times) {
        for (int i = 0; i < times; i++) {
            KINDS.add(kind);
        }
    }

    /** @param share 0 to 79 */
    static Kind at(int share) {
        return KINDS.get(share);
    }
}
