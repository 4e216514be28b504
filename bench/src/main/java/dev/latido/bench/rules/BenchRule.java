package dev.latido.bench.rules;

import static dev.latido.bench.rules.BenchStep.not;
import static dev.latido.bench.rules.BenchStep.step;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.util.function.SerializableFunction;

/**
 * A sequence to look for, written in plain Java; the rule file of the same name in {@code bench/src/main/resources/rules}
 * says the same. Steps follow each other, with others in between; a match drops what began before it ended.
 */
record BenchRule(String id, Duration within, List<BenchStep> steps) {

    private static final Set<Kind> ACTIVITY = EnumSet.of(Kind.LOGIN, Kind.PAGE_VIEW, Kind.FEATURE_USED, Kind.ACTION);

    private BenchRule(String id, Duration within, BenchStep... steps) {
        this(id, within, Arrays.asList(steps));
    }

    /** In this order: the first one, the first three or the first ten are taken where there are to be fewer. */
    static final List<BenchRule> ALL = List.of(
            new BenchRule(
                    "payment-failed-then-cancel-page",
                    Duration.ofDays(7),
                    step("failed", Kind.PAYMENT_FAILED).when(event -> event.amountCents() > 1_000),
                    not("paid", Kind.PAYMENT_SUCCEEDED),
                    step("cancel", Kind.PAGE_VIEW).when(named("Cancel"))),
            new BenchRule(
                    "tickets-then-low-score",
                    Duration.ofDays(14),
                    step("tickets", Kind.TICKET_OPENED).times(2),
                    step("answer", Kind.NPS).when(event -> score(event) <= 6)),
            new BenchRule(
                    "trial-ends-unpaid",
                    Duration.ofDays(3),
                    step("ending", Kind.TRIAL_ENDING),
                    not("started", Kind.SUBSCRIPTION_STARTED)),
            new BenchRule(
                    "downgrade-then-silence",
                    Duration.ofDays(7),
                    step("downgraded", Kind.SUBSCRIPTION_DOWNGRADED),
                    not("active", ACTIVITY.toArray(Kind[]::new))),
            new BenchRule(
                    "ticket-then-leaving-page",
                    Duration.ofDays(3),
                    step("opened", Kind.TICKET_OPENED),
                    not("closed", Kind.TICKET_CLOSED),
                    step("page", Kind.PAGE_VIEW).when(event -> isAnyOf(event, "Cancel", "Export"))),
            new BenchRule(
                    "three-failures",
                    Duration.ofDays(45),
                    step("failures", Kind.PAYMENT_FAILED).times(3)),
            new BenchRule(
                    "repeated-errors",
                    Duration.ofHours(12),
                    step("errors", Kind.ACTION).when(named("error")).times(3)),
            new BenchRule(
                    "pricing-twice",
                    Duration.ofDays(7),
                    step("views", Kind.PAGE_VIEW).when(named("Pricing")).times(2)),
            new BenchRule(
                    "upgrade-then-refund",
                    Duration.ofDays(30),
                    step("upgraded", Kind.SUBSCRIPTION_UPGRADED),
                    step("refunded", Kind.REFUNDED).when(event -> event.amountCents() > 500)),
            new BenchRule(
                    "overdue-then-retry",
                    Duration.ofDays(14),
                    step("overdue", Kind.INVOICE_OVERDUE),
                    step("retry", Kind.PAYMENT_RETRY_FAILED).sameInvoiceAs("overdue")),
            new BenchRule(
                    "failed-then-overdue",
                    Duration.ofDays(21),
                    step("failed", Kind.PAYMENT_FAILED),
                    step("overdue", Kind.INVOICE_OVERDUE).sameInvoiceAs("failed")),
            new BenchRule(
                    "scheduled-not-withdrawn",
                    Duration.ofDays(10),
                    step("scheduled", Kind.CANCELLATION_SCHEDULED),
                    not("withdrawn", Kind.CANCELLATION_WITHDRAWN)),
            new BenchRule(
                    "unhappy-twice",
                    Duration.ofDays(30),
                    step("answers", Kind.NPS, Kind.CSAT)
                            .when(event -> score(event) <= 3)
                            .times(2)),
            new BenchRule(
                    "unhappy-then-export",
                    Duration.ofDays(7),
                    step("answer", Kind.CSAT).when(event -> score(event) <= 2),
                    step("page", Kind.PAGE_VIEW).when(named("Export"))),
            new BenchRule(
                    "ticket-unsolved",
                    Duration.ofDays(2),
                    step("opened", Kind.TICKET_OPENED),
                    not("closed", Kind.TICKET_CLOSED)),
            new BenchRule(
                    "refund-then-downgrade",
                    Duration.ofDays(30),
                    step("refunded", Kind.REFUNDED),
                    step("downgraded", Kind.SUBSCRIPTION_DOWNGRADED)),
            new BenchRule(
                    "upgrade-then-errors",
                    Duration.ofDays(5),
                    step("upgraded", Kind.SUBSCRIPTION_UPGRADED),
                    step("errors", Kind.ACTION).when(named("error")).times(2)),
            new BenchRule(
                    "large-failures",
                    Duration.ofDays(45),
                    step("failures", Kind.PAYMENT_FAILED)
                            .when(event -> event.amountCents() > 10_000)
                            .times(2)),
            new BenchRule(
                    "trial-without-feature",
                    Duration.ofDays(7),
                    step("ending", Kind.TRIAL_ENDING),
                    not("used", Kind.FEATURE_USED).when(event -> isAnyOf(event, "feature-1", "feature-2"))),
            new BenchRule(
                    "cancel-after-pricing",
                    Duration.ofDays(1),
                    step("pricing", Kind.PAGE_VIEW).when(named("Pricing")),
                    step("cancel", Kind.PAGE_VIEW).when(named("Cancel"))));

    /** The kinds that the rule names. */
    EnumSet<Kind> kinds() {
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        steps.forEach(step -> kinds.addAll(step.kinds()));
        return kinds;
    }

    private static SerializableFunction<CustomerEvent, Boolean> named(String name) {
        return event -> event.name().equals(name);
    }

    private static boolean isAnyOf(CustomerEvent event, String one, String other) {
        return event.name().equals(one) || event.name().equals(other);
    }

    private static int score(CustomerEvent event) {
        String score = event.attributes().get("score");
        return score == null ? Integer.MAX_VALUE : Integer.parseInt(score);
    }
}
