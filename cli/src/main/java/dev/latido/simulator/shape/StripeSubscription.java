package dev.latido.simulator.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.latido.simulator.business.BillingFact;
import dev.latido.simulator.business.Chance;
import dev.latido.simulator.business.Identity;
import dev.latido.simulator.business.Terms;
import dev.latido.simulator.business.Terms.Status;
import dev.latido.simulator.business.Token;
import java.io.IOException;
import java.util.Locale;

/** Stripe's subscription object, and the part of it that was different before. */
final class StripeSubscription {

    private StripeSubscription() {}

    static void write(JsonGenerator json, BillingFact fact, boolean withCustomer) throws IOException {
        Terms terms = fact.terms();
        boolean ended = fact.type() == BillingFact.Type.SUBSCRIPTION_DELETED;
        json.writeStringField("id", fact.identity().stripeSubscription());
        json.writeStringField("object", "subscription");
        json.writeNumberField("billing_cycle_anchor", seconds(terms.created()));
        json.writeBooleanField("cancel_at_period_end", terms.cancelAtPeriodEnd());
        writeSeconds(json, "cancel_at", terms.cancelAtPeriodEnd(), terms.periodEnd());
        writeSeconds(json, "canceled_at", ended || terms.cancelAtPeriodEnd(), fact.at());
        json.writeStringField("collection_method", "charge_automatically");
        json.writeNumberField("created", seconds(terms.created()));
        json.writeNumberField("current_period_end", seconds(terms.periodEnd()));
        json.writeNumberField("current_period_start", seconds(terms.periodStart()));
        StripeShape.writeCustomerId(json, fact, withCustomer);
        writeSeconds(json, "ended_at", ended, fact.at());
        writeItems(json, fact.identity(), terms);
        json.writeBooleanField("livemode", true);
        writePlan(json, "plan", terms);
        json.writeNumberField("quantity", 1);
        json.writeNumberField("start_date", seconds(terms.created()));
        json.writeStringField("status", status(terms));
        boolean trial = terms.status() == Status.TRIALING;
        writeSeconds(json, "trial_end", trial, terms.periodEnd());
        writeSeconds(json, "trial_start", trial, terms.periodStart());
    }

    static void writeDifference(JsonGenerator json, Identity identity, Terms before, Terms after) throws IOException {
        if (before.cancelAtPeriodEnd() != after.cancelAtPeriodEnd()) {
            json.writeBooleanField("cancel_at_period_end", before.cancelAtPeriodEnd());
            writeSeconds(json, "cancel_at", before.cancelAtPeriodEnd(), before.periodEnd());
        }
        if (before.periodEnd() != after.periodEnd()) {
            json.writeNumberField("current_period_end", seconds(before.periodEnd()));
            json.writeNumberField("current_period_start", seconds(before.periodStart()));
        }
        if (before.offer() != after.offer()) {
            writeItems(json, identity, before);
            writePlan(json, "plan", before);
        }
        if (before.status() != after.status()) {
            json.writeStringField("status", status(before));
        }
    }

    private static void writeItems(JsonGenerator json, Identity identity, Terms terms) throws IOException {
        json.writeObjectFieldStart("items");
        json.writeStringField("object", "list");
        json.writeArrayFieldStart("data");
        json.writeStartObject();
        json.writeStringField("id", "si_" + Token.letters(Chance.mix(identity.salt(), -5), 14));
        json.writeStringField("object", "subscription_item");
        writePlan(json, "plan", terms);
        json.writeObjectFieldStart("price");
        json.writeStringField("id", planId(terms));
        json.writeStringField("object", "price");
        json.writeStringField("currency", terms.currency().code());
        json.writeStringField("type", "recurring");
        json.writeNumberField("unit_amount", terms.amount());
        json.writeEndObject();
        json.writeNumberField("quantity", 1);
        json.writeStringField("subscription", identity.stripeSubscription());
        json.writeEndObject();
        json.writeEndArray();
        json.writeBooleanField("has_more", false);
        json.writeNumberField("total_count", 1);
        json.writeEndObject();
    }

    private static void writePlan(JsonGenerator json, String field, Terms terms) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("id", planId(terms));
        json.writeStringField("object", "plan");
        json.writeBooleanField("active", true);
        json.writeNumberField("amount", terms.amount());
        json.writeStringField("currency", terms.currency().code());
        json.writeStringField("interval", terms.annual() ? "year" : "month");
        json.writeNumberField("interval_count", 1);
        json.writeStringField("nickname", terms.offer().code());
        json.writeEndObject();
    }

    private static void writeSeconds(JsonGenerator json, String field, boolean known, long at) throws IOException {
        if (known) {
            json.writeNumberField(field, seconds(at));
        } else {
            json.writeNullField(field);
        }
    }

    private static String planId(Terms terms) {
        return "price_" + terms.offer().code() + "_" + (terms.annual() ? "year" : "month") + "_"
                + terms.currency().code();
    }

    private static String status(Terms terms) {
        return terms.status().name().toLowerCase(Locale.ROOT);
    }

    private static long seconds(long millis) {
        return millis / 1_000;
    }
}
