package dev.latido.customer;

import static dev.latido.testing.Events.at;
import static dev.latido.testing.Rules.rule;
import static dev.latido.testing.Rules.ruleSet;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latido.event.Alert;
import dev.latido.event.Alert.MatchedEvent;
import dev.latido.event.Alert.RuleMatch;
import dev.latido.event.Arrival;
import dev.latido.event.Kind;
import dev.latido.rule.Rule;
import dev.latido.testing.CustomerStory;
import dev.latido.testing.Events;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerRulesTest {

    private static final Rule FAILED_THEN_CANCEL = rule(
            "failed-then-cancel",
            "within: 7 days",
            "cooldown: 3 days",
            "steps:",
            "  - step: failed",
            "    kind: PAYMENT_FAILED",
            "  - not: paid",
            "    kind: PAYMENT_SUCCEEDED",
            "  - step: cancel",
            "    kind: PAGE_VIEW",
            "    when: event.name == 'Cancel' && customer.openFailure");

    private static final Rule SILENCE = rule(
            "silence",
            "within: 7 days",
            "steps:",
            "  - step: downgraded",
            "    kind: SUBSCRIPTION_DOWNGRADED",
            "  - not: active",
            "    kind: activity");

    private static final Rule SCHEDULED = rule(
            "scheduled",
            "steps:",
            "  - step: scheduled",
            "    kind: CANCELLATION_SCHEDULED",
            "resolve:",
            "  kind: CANCELLATION_WITHDRAWN",
            "  when: event.attributes.subscriptionId == scheduled.attributes.subscriptionId");

    private static final Rule SHADOW = rule("quiet", "mode: shadow", "steps:", "  - step: s", "    kind: LOGIN");

    private static final Rule TROUBLED = rule(
            "troubled",
            "cooldown: 30 days",
            "steps:",
            "  - step: seen",
            "    kind: EVALUATED",
            "    when: customer.tenureDays >= 2 && customer.score < 60.0");

    private final CustomerStory story = new CustomerStory();

    @Test
    void matchRaisesAnAlertWithItsEvidence() {
        story.under(ruleSet(FAILED_THEN_CANCEL));
        story.then("2030-01-01T10:00", Kind.PAYMENT_FAILED);
        story.then("2030-01-02T10:00", Kind.PAGE_VIEW, "Home", Map.of());
        story.then("2030-01-03T10:00", Kind.PAGE_VIEW, "Cancel", Map.of());

        Alert alert = only("failed-then-cancel");
        assertThat(alert.status()).isEqualTo("open");
        assertThat(alert.severity()).isEqualTo("urgent");
        assertThat(alert.at()).isEqualTo(Instant.parse("2030-01-03T10:00:00Z"));
        assertThat(alert.title()).isEqualTo("acme: Found by failed-then-cancel");
        assertThat(alert.message()).isEqualTo("Something was found.");
        assertThat(alert.evidence().eventIds()).containsExactly("event-0", "event-2");
        assertThat(match(alert).ruleVersion()).isEqualTo(1);
        assertThat(match(alert).events())
                .extracting(MatchedEvent::step, MatchedEvent::eventId, MatchedEvent::customer)
                .containsExactly(
                        tuple("failed", "event-0", Map.of()),
                        tuple("cancel", "event-2", Map.of("openFailure", "true")));
    }

    @Test
    void evidenceHasTheCountsOfDaysThatTheConditionAskedFor() {
        story.under(
                ruleSet(
                        rule(
                                "habit",
                                "steps:",
                                "  - step: used",
                                "    kind: FEATURE_USED",
                                "    when: customer.daysUsed('reports', 0, 6) >= 2 && customer.features.exists(f, customer.daysUsed(f, 0, 2) == 1)")));
        story.then("2030-01-01T10:00", Kind.FEATURE_USED, "reports", Map.of());
        story.then("2030-01-02T10:00", Kind.FEATURE_USED, "api", Map.of());
        story.then("2030-01-03T10:00", Kind.FEATURE_USED, "reports", Map.of());

        assertThat(match(only("habit")).events().get(0).customer())
                .containsEntry("daysUsed(reports, 0, 6)", "2")
                .containsEntry("daysUsed(*, 0, 2)", "api 1, reports 2");
    }

    @Test
    void negatedEventInBetweenPreventsTheAlert() {
        story.under(ruleSet(FAILED_THEN_CANCEL));
        story.then("2030-01-01T10:00", Kind.PAYMENT_FAILED);
        story.then("2030-01-02T10:00", Kind.PAYMENT_SUCCEEDED);
        story.then("2030-01-03T10:00", Kind.PAGE_VIEW, "Cancel", Map.of());

        assertThat(of("failed-then-cancel")).isEmpty();
    }

    @Test
    void matchesWithinTheCooldownAlertNobody() {
        story.under(ruleSet(FAILED_THEN_CANCEL));
        for (String day : List.of("01", "03", "07")) {
            story.then("2030-01-" + day + "T10:00", Kind.PAYMENT_FAILED);
            story.then("2030-01-" + day + "T11:00", Kind.PAGE_VIEW, "Cancel", Map.of());
        }

        assertThat(of("failed-then-cancel"))
                .extracting(Alert::at)
                .containsExactly(Instant.parse("2030-01-01T11:00:00Z"), Instant.parse("2030-01-07T11:00:00Z"));
        assertThat(story.suppressed()).containsExactly("failed-then-cancel");
    }

    @Test
    void lateEventIsNoPartOfAMatch() {
        story.under(ruleSet(FAILED_THEN_CANCEL));
        story.then("2030-01-01T10:00", Kind.PAYMENT_FAILED);
        story.apply(Events.late(
                Events.event("x", Kind.PAGE_VIEW, "Cancel", at("2030-01-01T11:00"), Map.of()), "2030-01-02T10:00"));

        assertThat(of("failed-then-cancel")).isEmpty();
    }

    @Test
    void absenceAlertsWithoutAnyEventAtTheInstantAtWhichTheTimeIsUp() {
        story.under(ruleSet(SILENCE));
        story.then("2030-01-01T10:00", Kind.LOGIN);
        story.then("2030-01-01T12:00", Kind.SUBSCRIPTION_DOWNGRADED);
        story.restore();

        story.until(at("2030-01-08T12:00") - 1);
        assertThat(of("silence")).isEmpty();
        story.until("2030-01-08T12:00");
        assertThat(only("silence").at()).isEqualTo(Instant.parse("2030-01-08T12:00:00Z"));
    }

    @Test
    void activityInTimePreventsTheAbsence() {
        story.under(ruleSet(SILENCE));
        story.then("2030-01-01T12:00", Kind.SUBSCRIPTION_DOWNGRADED);
        story.then("2030-01-08T11:59", Kind.LOGIN);
        story.until("2030-02-01T00:00");

        assertThat(of("silence")).isEmpty();
    }

    @Test
    void activityAtTheVeryInstantComesTooLate() {
        story.under(ruleSet(SILENCE));
        story.then("2030-01-01T12:00", Kind.SUBSCRIPTION_DOWNGRADED);
        story.then("2030-01-08T12:00", Kind.LOGIN);

        assertThat(of("silence")).hasSize(1);
    }

    @Test
    void resolvingEventClosesTheAlertUnderItsId() {
        story.under(ruleSet(SCHEDULED));
        story.then("2030-01-01T12:00", Kind.CANCELLATION_SCHEDULED, "", Map.of("subscriptionId", "s1"));
        story.then("2030-01-02T12:00", Kind.CANCELLATION_SCHEDULED, "", Map.of("subscriptionId", "s2"));
        story.restore();
        story.then("2030-01-03T12:00", Kind.CANCELLATION_WITHDRAWN, "", Map.of("subscriptionId", "s2"));
        assertThat(of("scheduled")).hasSize(1);
        assertThat(story.suppressed()).containsExactly("scheduled");

        story.then("2030-01-04T12:00", Kind.CANCELLATION_WITHDRAWN, "", Map.of("subscriptionId", "s1"));
        story.then("2030-01-05T12:00", Kind.CANCELLATION_WITHDRAWN, "", Map.of("subscriptionId", "s1"));

        List<Alert> alerts = of("scheduled");
        assertThat(alerts).extracting(Alert::status).containsExactly("open", "resolved");
        assertThat(alerts).extracting(Alert::alertId).containsOnly(alerts.get(0).alertId());
        assertThat(alerts.get(1).at()).isEqualTo(Instant.parse("2030-01-04T12:00:00Z"));
    }

    @Test
    void theSameEventsInOtherStepsAreAnotherAlert() {
        story.under(ruleSet(rule(
                "two-ways",
                "within: 1 day",
                "skip: none",
                "steps:",
                "  - step: first",
                "    kind: LOGIN",
                "    times: 1..2",
                "  - step: second",
                "    kind: LOGIN",
                "    times: 1..2")));

        story.then("2030-01-01T12:00", Kind.LOGIN);
        story.then("2030-01-01T13:00", Kind.LOGIN);
        story.then("2030-01-01T14:00", Kind.LOGIN);

        assertThat(of("two-ways"))
                .hasSizeGreaterThan(3)
                .extracting(Alert::alertId)
                .doesNotHaveDuplicates();
    }

    @Test
    void ruleInShadowAlertsNobody() {
        story.under(ruleSet(SHADOW));
        story.then("2030-01-01T12:00", Kind.LOGIN);

        assertThat(of("quiet")).isEmpty();
        assertThat(story.shadowAlerts()).extracting(Alert::ruleId).containsExactly("quiet");
    }

    @Test
    void dailyEvaluationIsAnEventForRules() {
        story.under(ruleSet(TROUBLED));
        story.then("2030-01-01T12:00", Kind.LOGIN);
        story.until("2030-01-20T00:00");

        Alert alert = only("troubled");
        assertThat(alert.at()).isBetween(Instant.parse("2030-01-03T12:00:00Z"), Instant.parse("2030-01-04T12:00:00Z"));
        assertThat(Math.floorMod(alert.at().getEpochSecond(), 86_400))
                .isEqualTo(Math.floorMod(Events.CUSTOMER.hashCode(), 86_400));
        assertThat(match(alert).events())
                .extracting(MatchedEvent::kind, event -> event.customer().get("tenureDays"))
                .containsExactly(tuple("EVALUATED", "2"));
    }

    @Test
    void restoredCustomerGoesOnInMidMatch() {
        story.under(ruleSet(FAILED_THEN_CANCEL, SILENCE, SCHEDULED));
        story.then("2030-01-01T10:00", Kind.PAYMENT_FAILED);
        story.restore().restore();
        story.then("2030-01-03T10:00", Kind.PAGE_VIEW, "Cancel", Map.of());
        story.restore();
        story.then("2030-01-03T11:00", Kind.PAYMENT_FAILED);
        story.then("2030-01-03T12:00", Kind.PAGE_VIEW, "Cancel", Map.of());

        assertThat(of("failed-then-cancel")).hasSize(1);
        assertThat(story.suppressed()).containsExactly("failed-then-cancel");
    }

    @Test
    void nothingIsKeptOfRulesThatHaveNothingUnderWay() {
        story.then("2030-01-01T10:00", Kind.PAYMENT_FAILED);
        int without = CustomerCodec.encode(story.customer()).length;
        CustomerStory watched = new CustomerStory().under(ruleSet(SILENCE, SCHEDULED, SHADOW));
        watched.then("2030-01-01T10:00", Kind.PAYMENT_FAILED);

        assertThat(CustomerCodec.encode(watched.customer())).hasSize(without);
    }

    @Test
    void partialMatchesAreGoneWhenTheirTimeIsUp() {
        CustomerStory watched = new CustomerStory().under(ruleSet(FAILED_THEN_CANCEL));
        for (CustomerStory each : List.of(story, watched)) {
            each.then("2030-01-01T10:00", Kind.PAYMENT_FAILED);
            each.until("2030-01-20T10:00");
        }

        assertThat(CustomerCodec.encode(watched.customer())).hasSameSizeAs(CustomerCodec.encode(story.customer()));
    }

    @Test
    void cooldownIsForgottenWithinADayAfterItsEnd() {
        CustomerStory watched = new CustomerStory()
                .under(ruleSet(rule("w", "cooldown: 1 day", "steps:", "  - step: s", "    kind: PAYMENT_FAILED")));

        for (CustomerStory each : List.of(story, watched)) {
            each.then("2030-01-01T10:00", Kind.PAYMENT_FAILED);
            each.until("2030-01-03T10:00");
        }

        assertThat(CustomerCodec.encode(watched.customer())).hasSameSizeAs(CustomerCodec.encode(story.customer()));
    }

    @Test
    void dailyEvaluationDoesNotComeBetweenEventsForRulesThatDoNotNameIt() {
        story.under(ruleSet(rule(
                "next",
                "within: 7 days",
                "steps:",
                "  - step: a",
                "    kind: LOGIN",
                "  - step: b",
                "    kind: PAGE_VIEW",
                "    contiguity: next")));
        story.then("2030-01-01T10:00", Kind.LOGIN);
        story.then("2030-01-03T10:00", Kind.PAGE_VIEW);

        assertThat(of("next")).hasSize(1);
    }

    @Test
    void repeatedEventCountsOnce() {
        story.under(
                ruleSet(rule("twice", "within: 1 day", "steps:", "  - step: a", "    kind: LOGIN", "    times: 2")));
        Arrival login = Events.arrival(Events.event("e", Kind.LOGIN, at("2030-01-01T10:00")));
        story.apply(login);
        story.apply(login);

        assertThat(of("twice")).isEmpty();
    }

    private static RuleMatch match(Alert alert) {
        return requireNonNull(alert.evidence().match());
    }

    private Alert only(String ruleId) {
        assertThat(of(ruleId)).hasSize(1);
        return of(ruleId).get(0);
    }

    private List<Alert> of(String ruleId) {
        return story.alerts().stream()
                .filter(alert -> alert.ruleId().equals(ruleId))
                .toList();
    }
}
