package dev.latido.simulator.business;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an account's subscription or to one of its invoices.
 *
 * @param terms the subscription after it
 * @param before the subscription before it; null unless the type is SUBSCRIPTION_UPDATED
 * @param invoice null unless the type speaks of money
 */
public record BillingFact(
        Identity identity,
        long at,
        long sequence,
        Type type,
        Terms terms,
        @Nullable Terms before,
        @Nullable Invoice invoice)
        implements Fact {

    /** The types of billing events. */
    public enum Type {
        CUSTOMER_CREATED("customer.created"),
        SUBSCRIPTION_CREATED("customer.subscription.created"),
        SUBSCRIPTION_UPDATED("customer.subscription.updated"),
        SUBSCRIPTION_DELETED("customer.subscription.deleted"),
        TRIAL_WILL_END("customer.subscription.trial_will_end"),
        DISCOUNT_DELETED("customer.discount.deleted"),
        CHARGE_SUCCEEDED("charge.succeeded"),
        CHARGE_FAILED("charge.failed"),
        CHARGE_REFUNDED("charge.refunded"),
        INVOICE_PAID("invoice.paid"),
        INVOICE_PAYMENT_FAILED("invoice.payment_failed");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
