package dev.latido.simulator.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.latido.simulator.business.BillingFact;
import dev.latido.simulator.business.Chance;
import dev.latido.simulator.business.Invoice;
import dev.latido.simulator.business.Terms;
import dev.latido.simulator.business.Token;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Billing facts as Stripe's event objects. */
final class StripeShape {

    private final Moment moment;

    StripeShape(Moment moment) {
        this.moment = moment;
    }

    void write(JsonGenerator json, BillingFact fact, Defect defect) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", "evt_1" + Token.letters(fact.fingerprint(), 23));
        json.writeStringField("object", "event");
        json.writeStringField("api_version", "2020-08-27");
        moment.writeSeconds(json, "created", fact.at(), defect);
        json.writeObjectFieldStart("data");
        json.writeObjectFieldStart("object");
        writeObject(json, fact, defect != Defect.WITHOUT_CUSTOMER);
        json.writeEndObject();
        Terms before = fact.before();
        if (before != null) {
            json.writeObjectFieldStart("previous_attributes");
            StripeSubscription.writeDifference(json, fact.identity(), before, fact.terms());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeBooleanField("livemode", true);
        json.writeNumberField("pending_webhooks", 1);
        json.writeObjectFieldStart("request");
        json.writeNullField("id");
        json.writeNullField("idempotency_key");
        json.writeEndObject();
        json.writeStringField("type", fact.type().code());
        json.writeEndObject();
    }

    private static void writeObject(JsonGenerator json, BillingFact fact, boolean withCustomer) throws IOException {
        switch (fact.type()) {
            case CUSTOMER_CREATED -> writeCustomer(json, fact, withCustomer);
            case SUBSCRIPTION_CREATED, SUBSCRIPTION_UPDATED, SUBSCRIPTION_DELETED, TRIAL_WILL_END ->
                StripeSubscription.write(json, fact, withCustomer);
            case DISCOUNT_DELETED -> writeDiscount(json, fact, withCustomer);
            case CHARGE_SUCCEEDED, CHARGE_FAILED, CHARGE_REFUNDED -> writeCharge(json, fact, withCustomer);
            case INVOICE_PAID, INVOICE_PAYMENT_FAILED -> writeInvoice(json, fact, withCustomer);
        }
    }

    private static void writeCustomer(JsonGenerator json, BillingFact fact, boolean withCustomer) throws IOException {
        if (withCustomer) {
            json.writeStringField("id", fact.identity().stripeCustomer());
        }
        json.writeStringField("object", "customer");
        json.writeNumberField("created", fact.at() / 1_000);
        json.writeStringField("currency", fact.terms().currency().code());
        json.writeBooleanField("delinquent", false);
        json.writeBooleanField("livemode", true);
    }

    private static void writeDiscount(JsonGenerator json, BillingFact fact, boolean withCustomer) throws IOException {
        json.writeStringField(
                "id", "di_1" + Token.letters(Chance.mix(fact.identity().salt(), -4), 23));
        json.writeStringField("object", "discount");
        writeCustomerId(json, fact, withCustomer);
        json.writeStringField("subscription", fact.identity().stripeSubscription());
        json.writeNumberField("end", fact.at() / 1_000);
    }

    private static void writeCharge(JsonGenerator json, BillingFact fact, boolean withCustomer) throws IOException {
        Invoice invoice = fact.invoice();
        long amount = invoice == null ? 0 : invoice.amount();
        boolean failed = fact.type() == BillingFact.Type.CHARGE_FAILED;
        boolean refunded = fact.type() == BillingFact.Type.CHARGE_REFUNDED;
        json.writeStringField("id", "ch_1" + Token.letters(fact.fingerprint() + 1, 23));
        json.writeStringField("object", "charge");
        json.writeNumberField("amount", amount);
        json.writeNumberField("amount_captured", failed ? 0 : amount);
        json.writeNumberField("amount_refunded", refunded ? amount : 0);
        json.writeNumberField("created", fact.at() / 1_000);
        json.writeStringField("currency", fact.terms().currency().code());
        writeCustomerId(json, fact, withCustomer);
        writeText(json, "failure_code", failed ? "card_declined" : null);
        json.writeStringField("invoice", invoiceId(fact));
        json.writeBooleanField("livemode", true);
        json.writeBooleanField("paid", !failed);
        json.writeBooleanField("refunded", refunded);
        json.writeStringField("status", failed ? "failed" : "succeeded");
    }

    private static void writeInvoice(JsonGenerator json, BillingFact fact, boolean withCustomer) throws IOException {
        Invoice invoice = fact.invoice();
        long amount = invoice == null ? 0 : invoice.amount();
        boolean paid = fact.type() == BillingFact.Type.INVOICE_PAID;
        json.writeStringField("id", invoiceId(fact));
        json.writeStringField("object", "invoice");
        json.writeNumberField("amount_due", amount);
        json.writeNumberField("amount_paid", paid ? amount : 0);
        json.writeNumberField("amount_remaining", paid ? 0 : amount);
        json.writeNumberField("attempt_count", invoice == null ? 0 : invoice.attempts());
        json.writeBooleanField("attempted", true);
        json.writeStringField("billing_reason", "subscription_cycle");
        json.writeStringField("collection_method", "charge_automatically");
        json.writeNumberField("created", invoice == null ? 0 : invoice.created() / 1_000);
        json.writeStringField("currency", fact.terms().currency().code());
        writeCustomerId(json, fact, withCustomer);
        json.writeBooleanField("livemode", true);
        if (invoice == null || invoice.nextAttempt() == 0) {
            json.writeNullField("next_payment_attempt");
        } else {
            json.writeNumberField("next_payment_attempt", invoice.nextAttempt() / 1_000);
        }
        json.writeBooleanField("paid", paid);
        json.writeNumberField("period_end", fact.terms().periodEnd() / 1_000);
        json.writeNumberField("period_start", fact.terms().periodStart() / 1_000);
        json.writeStringField("status", paid ? "paid" : "open");
        json.writeStringField("subscription", fact.identity().stripeSubscription());
        json.writeNumberField("subtotal", amount);
        json.writeNumberField("total", amount);
    }

    static void writeCustomerId(JsonGenerator json, BillingFact fact, boolean withCustomer) throws IOException {
        writeText(json, "customer", withCustomer ? fact.identity().stripeCustomer() : null);
    }

    private static void writeText(JsonGenerator json, String field, @Nullable String text) throws IOException {
        if (text == null) {
            json.writeNullField(field);
        } else {
            json.writeStringField(field, text);
        }
    }

    private static String invoiceId(BillingFact fact) {
        Invoice invoice = fact.invoice();
        long number = invoice == null ? 0 : invoice.number();
        return "in_1" + Token.letters(Chance.mix(fact.identity().salt(), -1_000 - number), 23);
    }
}
