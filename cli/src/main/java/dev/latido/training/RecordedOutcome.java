package dev.latido.training;

import java.util.Arrays;
import java.util.Optional;

/**
 * Something that happened with a customer, of which labels are made.
 *
 * @param at when, in milliseconds since 1970
 * @param involuntary whether it is a cancellation that nobody asked for, because payments failed
 * @param amountCents what was paid or given back
 */
record RecordedOutcome(long at, What what, boolean involuntary, long amountCents) {

    /** The sorts of outcomes, by the names that records have for them. */
    enum What {
        NOTICE("cancellation-notice"),
        WITHDRAWN("cancellation-withdrawn"),
        CANCELLED("cancelled"),
        DOWNGRADE("downgrade"),
        UPGRADE("upgrade"),
        PAYMENT("payment"),
        REFUND("refund");

        private final String text;

        What(String text) {
            this.text = text;
        }

        static Optional<What> of(String text) {
            return Arrays.stream(values())
                    .filter(what -> what.text.equals(text))
                    .findFirst();
        }
    }
}
