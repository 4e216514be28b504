package dev.latido.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.connector.testing.Decodes;
import dev.latido.connector.testing.MappedEvent;
import dev.latido.connector.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeMappingTest {

    private final Decodes stripe = new Decodes(Repository.mapping("stripe"));

    @ParameterizedTest
    @CsvSource({
        "invoice.paid,1,PAYMENT_SUCCEEDED,900",
        "invoice.payment_failed,1,PAYMENT_FAILED,600",
        "invoice.payment_failed,2,PAYMENT_RETRY_FAILED,600",
        "invoice.payment_failed,4,PAYMENT_RETRY_FAILED,600",
        "invoice.overdue,4,INVOICE_OVERDUE,600",
    })
    void invoicesBecomePayments(String type, int attempt, String kind, long cents) {
        MappedEvent event = stripe.event(invoice(type, attempt, "\"subscription\":\"sub_1\""));

        assertThat(event)
                .isEqualTo(new MappedEvent(
                        "evt_1",
                        "default",
                        "cus_1",
                        "cus_1",
                        kind,
                        "",
                        1_648_320_106_000L,
                        cents,
                        Map.of("invoiceId", "in_1", "subscriptionId", "sub_1", "currency", "USD")));
    }

    @ParameterizedTest
    @CsvSource({
        "invoice.payment_succeeded",
        "invoice.created",
        "invoice.upcoming",
        "charge.succeeded",
        "charge.failed",
        "charge.refund.updated",
        "customer.created",
        "customer.subscription.paused",
        "payment_intent.succeeded"
    })
    void allOtherTypesAreIgnored(String type) {
        assertThat(stripe.ignores(invoice(type, 1, "\"x\":1"))).isTrue();
    }

    @Test
    void newerInvoicesNameTheirSubscriptionBelowTheirParent() {
        MappedEvent event = stripe.event(invoice(
                "invoice.paid",
                1,
                "\"parent\":{\"subscription_details\":{\"subscription\":\"sub_9\"}},\"subscription\":null"));

        assertThat(event.attributes()).containsEntry("subscriptionId", "sub_9");
    }

    @Test
    void expandedCustomersAreNamedByTheirId() {
        assertThat(stripe.event(subscription("created", "\"customer\":{\"id\":\"cus_7\",\"email\":\"x\"}", ""))
                        .customerId())
                .isEqualTo("cus_7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "created|\"status\":\"active\"||SUBSCRIPTION_STARTED",
                "deleted|\"status\":\"canceled\"||SUBSCRIPTION_CANCELLED",
                "trial_will_end|\"status\":\"trialing\"||TRIAL_ENDING",
                "updated|\"cancel_at_period_end\":true|\"cancel_at_period_end\":false|CANCELLATION_SCHEDULED",
                "updated|\"cancel_at_period_end\":false|\"cancel_at_period_end\":true|CANCELLATION_WITHDRAWN",
                "updated|\"cancel_at_period_end\":false,\"cancel_at\":1650998505|\"cancel_at\":null|CANCELLATION_SCHEDULED",
                "updated|\"cancel_at_period_end\":false,\"cancel_at\":null|\"cancel_at\":1650998505|CANCELLATION_WITHDRAWN",
                "updated|\"plan\":{\"amount\":10000}|\"plan\":{\"amount\":9900}|SUBSCRIPTION_UPGRADED",
                "updated|\"plan\":{\"amount\":9900}|\"plan\":{\"amount\":10000}|SUBSCRIPTION_DOWNGRADED",
                "updated|\"items\":{\"data\":[{\"price\":{\"unit_amount\":20}}]}|\"items\":{\"data\":[{\"price\":{\"unit_amount\":3}}]}|SUBSCRIPTION_UPGRADED",
                "updated|\"items\":{\"data\":[{\"price\":{\"unit_amount\":3}}]}|\"items\":{\"data\":[{\"price\":{\"unit_amount\":20}}]}|SUBSCRIPTION_DOWNGRADED",
                "updated|\"quantity\":10|\"quantity\":9|SUBSCRIPTION_UPGRADED",
                "updated|\"quantity\":9|\"quantity\":10|SUBSCRIPTION_DOWNGRADED",
                "updated|\"plan\":{\"amount\":10000}|\"plan\":{\"amount\":10000}|ignored",
                "updated|\"cancel_at_period_end\":true|\"schedule\":\"x\"|ignored",
                "updated|\"status\":\"active\"|\"status\":\"trialing\"|ignored",
            })
    void subscriptionsAreToldByWhatWasAndWhatIs(String type, String now, String before, String kind) {
        assertThat(stripe.reason(subscription(type, now, before == null ? "" : before)))
                .isEqualTo(kind);
    }

    @Test
    void theStartOfATrialIsToldByTheStatus() {
        assertThat(stripe.event(subscription("created", "\"status\":\"trialing\"", ""))
                        .attributes())
                .containsEntry("status", "trialing");
    }

    @Test
    void theReasonOfACancellationIsKept() {
        String deleted = "\"status\":\"canceled\",\"cancellation_details\":{\"comment\":null,\"reason\":%s}";

        assertThat(stripe.event(subscription("deleted", deleted.formatted("\"payment_failed\""), ""))
                        .attributes())
                .containsEntry("cancellationReason", "payment_failed");
        assertThat(stripe.event(subscription("deleted", deleted.formatted("null"), ""))
                        .attributes())
                .doesNotContainKey("cancellationReason");
    }

    @Test
    void refundsCountWhatWasGivenBackThisTime() {
        String charge = "{\"id\":\"evt_1\",\"created\":1648320106,\"type\":\"charge.refunded\",\"data\":{\"object\":"
                + "{\"id\":\"ch_1\",\"customer\":\"cus_1\",\"amount_refunded\":500,\"currency\":\"jpy\",\"invoice\":\"in_1\"%s}}}";

        assertThat(stripe.event(charge.formatted(""))).satisfies(event -> {
            assertThat(event.kind()).isEqualTo("REFUNDED");
            assertThat(event.amountCents()).isEqualTo(50_000);
            assertThat(event.attributes()).containsEntry("currency", "JPY").containsEntry("invoiceId", "in_1");
        });
        assertThat(stripe.event(charge.formatted(",\"refunds\":{\"data\":[{\"amount\":200},{\"amount\":300}]}"))
                        .amountCents())
                .isEqualTo(20_000);
    }

    @Test
    void recordedEventsAreRead() throws IOException {
        Map<String, String> results = new TreeMap<>();
        try (Stream<Path> files = Files.list(Repository.fixture("billing"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".json")).toList()) {
                results.put(
                        file.getFileName().toString().replace(".json", ""), stripe.reason(Files.readAllBytes(file)));
            }
        }
        assertThat(results)
                .containsOnly(
                        Map.entry("charge.failed", "ignored"),
                        Map.entry(
                                "charge.refunded",
                                "missing customer (/data/object/customer, /data/object/customer/id)"),
                        Map.entry("charge.succeeded", "ignored"),
                        Map.entry("customer.created", "ignored"),
                        Map.entry("customer.subscription.created", "SUBSCRIPTION_STARTED"),
                        Map.entry("customer.subscription.deleted", "SUBSCRIPTION_CANCELLED"),
                        Map.entry("customer.subscription.trial_will_end", "TRIAL_ENDING"),
                        Map.entry("customer.subscription.updated", "ignored"),
                        Map.entry("invoice.created", "ignored"),
                        Map.entry("invoice.paid", "PAYMENT_SUCCEEDED"),
                        Map.entry("invoice.payment_failed", "PAYMENT_FAILED"),
                        Map.entry("invoice.payment_succeeded", "ignored"),
                        Map.entry("invoice.upcoming", "ignored"),
                        Map.entry("invoice.updated", "ignored"));
    }

    @Test
    void everyTypeThatStripeHasIsKnownOrIgnored() throws IOException {
        int events = 0;
        for (String type : Files.readAllLines(Repository.fixture("billing/stripe-event-types.txt"))) {
            events += stripe.ignores(invoice(type, 1, "\"x\":1")) ? 0 : 1;
        }
        assertThat(events).isEqualTo(7);
    }

    private static String invoice(String type, int attempt, String fields) {
        return "{\"id\":\"evt_1\",\"created\":1648320106,\"type\":\"" + type
                + "\",\"data\":{\"object\":{\"id\":\"in_1\","
                + "\"customer\":\"cus_1\",\"attempt_count\":" + attempt + ",\"amount_due\":1500,\"amount_paid\":900,"
                + "\"amount_remaining\":600,\"currency\":\"usd\"," + fields + "}}}";
    }

    private static String subscription(String type, String fields, String before) {
        String customer = fields.contains("customer") ? "" : "\"customer\":\"cus_1\",";
        return "{\"id\":\"evt_1\",\"created\":1648320106,\"type\":\"customer.subscription." + type
                + "\",\"data\":{\"object\":{\"id\":\"sub_1\"," + customer + fields + "},\"previous_attributes\":{"
                + before
                + "}}}";
    }
}
