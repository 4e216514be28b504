package dev.latido.customer;

import static dev.latido.testing.Events.at;
import static dev.latido.testing.Rules.rule;
import static dev.latido.testing.Rules.ruleSet;
import static dev.latido.testing.SmallModel.stump;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latido.event.Alert;
import dev.latido.event.Kind;
import dev.latido.event.Prediction;
import dev.latido.model.artifact.Cuts;
import dev.latido.rule.running.RuleSet;
import dev.latido.scoring.ModelConfig;
import dev.latido.scoring.ModelSet;
import dev.latido.scoring.ScoringArtifacts;
import dev.latido.testing.CustomerStory;
import dev.latido.testing.ShippedPolicy;
import dev.latido.testing.SmallModel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What models say of a customer, and what follows from it. */
class CustomerScoringTest {

    /** Daily instant of {@code acme}: floorMod("acme".hashCode(), 86400) = 50746 seconds after midnight. */
    private static final String DAILY = "14:05:46";

    /** The logistic function of 2: from a silence of 7 days on. */
    private static final double SILENT = 0.8808;

    /** That of -2. */
    private static final double ACTIVE = 0.1192;

    private static final SmallModel CHURN = SmallModel.probability("churn", "v1", stump("idleDays", 7, -2, 2));
    private static final SmallModel LTV = SmallModel.amount("ltv", "v7", stump("tenureDays", 20, 900, 1_200.5));
    private static final SmallModel UPSELL = SmallModel.probability("upsell", "v1", stump("idleDays", 7, 2, -2));

    private CustomerStory story = new CustomerStory();

    @Test
    void aScoreRidesOnTheRecordsThatAreDue() {
        story.under(ScoringArtifacts.set(CHURN, LTV, UPSELL));
        active();
        story.then("2030-01-10T10:00", Kind.PAYMENT_FAILED);

        assertThat(story.lastScore().churnProbability()).isEqualTo(ACTIVE);
        assertThat(story.lastScore().riskLevel()).isEqualTo("low");
        assertThat(story.lastScore().modelVersion()).isEqualTo("v1");
        assertThat(story.lastScore().predictions())
                .containsExactly(
                        new Prediction("churn", "v1", ACTIVE, "low"),
                        new Prediction("ltv", "v7", 900, null),
                        new Prediction("upsell", "v1", SILENT, "high"));
    }

    @Test
    void aCustomerIsScoredFromTheEndOfItsOnboardingOn() {
        story.under(ScoringArtifacts.set(CHURN));
        story.then("2030-01-01T10:00", Kind.LOGIN);
        story.then("2030-01-08T09:59:59.999", Kind.PAYMENT_FAILED);
        assertThat(story.lastScore().band()).isEqualTo("onboarding");
        assertThat(story.lastScore().predictions()).isEmpty();
        assertThat(story.lastScore().modelVersion()).isNull();

        story.then("2030-01-08T10:00", Kind.PAYMENT_SUCCEEDED);
        assertThat(story.lastScore().at()).isEqualTo(Instant.parse("2030-01-08T10:00:00Z"));
        assertThat(story.lastScore().churnProbability()).isEqualTo(SILENT);
    }

    @Test
    void aCustomerThatHasCancelledIsNotScored() {
        story.under(ScoringArtifacts.set(CHURN));
        active();
        story.then("2030-01-10T10:00", Kind.SUBSCRIPTION_CANCELLED);

        assertThat(story.lastScore().band()).isEqualTo("cancelled");
        assertThat(story.lastScore().predictions()).isEmpty();

        story.then("2030-01-12T10:00", Kind.SUBSCRIPTION_STARTED);
        assertThat(story.lastScore().churnProbability()).isEqualTo(ACTIVE);
    }

    @Test
    void whatIsNotKnownIsMissingToTheModel() {
        // Below the threshold and missing go one way: without an answer the satisfaction is not 0, nor 5.
        story.under(ScoringArtifacts.set(SmallModel.probability("churn", "v1", stump("satisfaction", -1, 2, -2))));
        active();
        story.then("2030-01-10T10:00", Kind.PAYMENT_FAILED);
        assertThat(story.lastScore().churnProbability()).isEqualTo(SILENT);

        story.then("2030-01-10T11:00", Kind.NPS, "", Map.of("score", "0"));
        assertThat(story.lastScore().churnProbability()).isEqualTo(ACTIVE);
    }

    @Test
    void aHighRiskOpensAnAlertWithItsFactors() {
        story.under(ScoringArtifacts.set(CHURN));
        active();
        story.until("2030-01-16T" + DAILY);
        assertThat(alerts()).as("6.2 days of silence").isEmpty();

        story.until("2030-01-17T" + DAILY);

        Alert alert = only();
        assertThat(alert.ruleId()).isEqualTo("churn-risk");
        assertThat(alert.severity()).isEqualTo("urgent");
        assertThat(alert.status()).isEqualTo("open");
        assertThat(alert.at()).isEqualTo(Instant.ofEpochMilli(at("2030-01-17T" + DAILY)));
        assertThat(alert.title()).isEqualTo("acme: high churn risk (88 %)");
        assertThat(alert.message())
                .isEqualTo("Model churn, version v1, gives a probability of 88.08 % within 30 days; above 70 % it is"
                        + " high. What counts most: no session for 7 days: raises risk.");
        assertThat(alert.evidence().eventIds()).isEmpty();
        assertThat(alert.evidence().match()).isNull();
        assertThat(alert.evidence().signals()).isNotEmpty();
        Alert.ExplainedPrediction prediction = requireNonNull(alert.evidence().prediction());
        assertThat(prediction.model()).isEqualTo("churn");
        assertThat(prediction.version()).isEqualTo("v1");
        assertThat(prediction.probability()).isEqualTo(SILENT);
        assertThat(prediction.level()).isEqualTo("high");
        assertThat(prediction.margin()).isEqualTo(2);
        assertThat(prediction.factors()).singleElement().satisfies(factor -> {
            assertThat(factor.feature()).isEqualTo("idleDays");
            assertThat(requireNonNull(factor.value())).isBetween(7.17, 7.171);
            assertThat(factor.contribution()).isEqualTo(2);
            assertThat(factor.text()).isEqualTo("no session for 7 days: raises risk");
        });
    }

    @Test
    void theEventAtWhichARiskBecomesHighIsItsEvidence() {
        story.under(ScoringArtifacts.set(SmallModel.probability("churn", "v1", stump("tickets30", 1, -2, 2))));
        active();
        story.then("2030-01-10T12:00", Kind.TICKET_OPENED);

        assertThat(only().evidence().eventIds()).containsExactly("event-3");
    }

    @Test
    void anAlertIsResolvedUnderItsIdWhenTheRiskHasStayedLow() {
        story.under(ScoringArtifacts.set(CHURN));
        active();
        story.until("2030-01-17T" + DAILY);
        story.then("2030-01-18T10:00", Kind.LOGIN);
        story.until("2030-01-18T" + DAILY);
        assertThat(alerts()).as("one day").hasSize(1);

        story.restore();
        story.until("2030-01-19T" + DAILY);

        assertThat(alerts()).hasSize(2);
        Alert resolved = alerts().get(1);
        assertThat(resolved.alertId()).isEqualTo(alerts().get(0).alertId());
        assertThat(resolved.status()).isEqualTo("resolved");
        assertThat(resolved.severity()).isEqualTo("urgent");
        assertThat(resolved.title()).isEqualTo("acme: no longer at high churn risk, alert closed");
        assertThat(resolved.message())
                .isEqualTo(
                        "The probability is no longer high. It is 11.92 %, after 2 daily evaluations in a row at 60 %"
                                + " or less. The alert was raised at 2030-01-17T14:05:46Z.");
        assertThat(requireNonNull(resolved.evidence().prediction()).level()).isEqualTo("low");
    }

    @Test
    void theNextAlertHasAnIdOfItsOwn() {
        story.under(ScoringArtifacts.set(CHURN));
        active();
        story.then("2030-01-18T10:00", Kind.LOGIN);
        story.until("2030-01-30T00:00");

        assertThat(alerts()).extracting(Alert::status).containsExactly("open", "resolved", "open");
        assertThat(alerts().get(2).alertId()).isNotEqualTo(alerts().get(0).alertId());
    }

    @Test
    void aCancellationClosesTheAlert() {
        story.under(ScoringArtifacts.set(CHURN));
        active();
        story.until("2030-01-17T" + DAILY);
        story.then("2030-01-18T10:00", Kind.SUBSCRIPTION_CANCELLED);

        Alert closed = alerts().get(1);
        assertThat(closed.status()).isEqualTo("resolved");
        assertThat(closed.alertId()).isEqualTo(alerts().get(0).alertId());
        assertThat(closed.at()).isEqualTo(Instant.parse("2030-01-18T10:00:00Z"));
        assertThat(closed.title()).isEqualTo("acme: has cancelled, alert of churn risk closed");
        assertThat(closed.evidence().prediction()).isNull();
    }

    @Test
    void anAlertGoesOnUnderTheNextArtifactWithItsCuts() {
        story.under(ScoringArtifacts.set(CHURN));
        active();
        story.until("2030-01-17T" + DAILY);
        story.under(ScoringArtifacts.set(SmallModel.probability("churn", "v2", stump("idleDays", 7, -2, 2))
                .with(new Cuts(0.99, 0.5, null))));
        story.until("2030-01-19T" + DAILY);

        assertThat(alerts()).extracting(Alert::status).containsExactly("open", "resolved");
        assertThat(requireNonNull(alerts().get(1).evidence().prediction()).version())
                .isEqualTo("v2");
    }

    @Test
    void anAlertIsClosedAtTheNextEvaluationWhereItsModelDoesNotScoreAnyMore() {
        story.under(ScoringArtifacts.set(CHURN));
        active();
        story.until("2030-01-17T" + DAILY);
        story.under(ModelSet.NONE);
        story.until("2030-01-18T" + DAILY);

        assertThat(alerts()).extracting(Alert::status).containsExactly("open", "resolved");
        assertThat(alerts().get(1).message())
                .isEqualTo("Model churn raises no alerts any more. The alert was raised at 2030-01-17T14:05:46Z.");
    }

    @Test
    void nothingIsLeftOfAModelThatIsGone() {
        story.under(ScoringArtifacts.set(CHURN));
        active();
        story.until("2030-01-17T" + DAILY);
        story.under(ModelSet.NONE);
        story.until("2030-02-08T" + DAILY);

        assertThat(CustomerCodec.encode(story.customer())).hasSameSizeAs(CustomerCodec.encode(without()));
    }

    private static Customer without() {
        CustomerStory undisturbed = new CustomerStory();
        undisturbed.then("2030-01-01T10:00", Kind.LOGIN);
        undisturbed.then("2030-01-05T10:00", Kind.LOGIN);
        undisturbed.then("2030-01-10T10:00", Kind.LOGIN);
        return undisturbed.until("2030-02-08T" + DAILY).customer();
    }

    @Test
    void onlyTheModelsOfTheSettingsAlert() {
        story = new CustomerStory(with(Set.of("ltv", "upsell"), "en"));
        story.under(ScoringArtifacts.set(CHURN, LTV, UPSELL));
        active();
        story.until("2030-01-30T00:00");

        assertThat(alerts())
                .extracting(Alert::ruleId, Alert::status)
                .as("high while the customer is active")
                .containsExactly(tuple("upsell-risk", "open"), tuple("upsell-risk", "resolved"));
    }

    @Test
    void alertsSpeakTheLanguageOfTheSettings() {
        story = new CustomerStory(with(Set.of("churn"), "es"));
        story.under(ScoringArtifacts.set(CHURN));
        active();
        story.until("2030-01-17T" + DAILY);

        assertThat(only().title()).isEqualTo("acme: riesgo alto de churn (88 %)");
        assertThat(requireNonNull(only().evidence().prediction()).factors())
                .extracting(Alert.Factor::text)
                .containsExactly("sin sesiones desde hace 7 días: aumenta el riesgo");
    }

    @Test
    void rulesSeeTheProbabilityAfterTheEvent() {
        RuleSet rules = ruleSet(rule(
                "likely",
                "within: 30 days",
                "steps:",
                "  - step: back",
                "    kind: LOGIN",
                "    when: customer.churnProbability < 0.2",
                "  - step: silent",
                "    kind: EVALUATED",
                "    when: customer.churnProbability == " + SILENT));
        story.under(rules).under(ScoringArtifacts.set(CHURN));
        active();
        story.until("2030-01-17T" + DAILY);

        assertThat(story.alerts())
                .filteredOn(alert -> alert.ruleId().equals("likely"))
                .extracting(Alert::at)
                .containsExactly(Instant.ofEpochMilli(at("2030-01-17T" + DAILY)));
    }

    @Test
    void withoutAModelRulesSeeNoProbability() {
        story.under(ruleSet(
                rule("any", "steps:", "  - step: a", "    kind: LOGIN", "    when: customer.churnProbability >= 0.0")));
        active();

        assertThat(story.alerts()).extracting(Alert::ruleId).doesNotContain("any");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void scoringChangesNothingButWhatItAdds(long seed) {
        CustomerStory scored =
                new CustomerStory(ShippedPolicy.POLICY, RandomLife.CUSTOMER).under(ScoringArtifacts.set(CHURN, LTV));
        CustomerStory unscored = new CustomerStory(ShippedPolicy.POLICY, RandomLife.CUSTOMER);
        RandomLife.of(new Random(seed)).forEach(arrival -> {
            scored.apply(arrival);
            unscored.apply(arrival);
        });

        assertThat(scored.scores().stream().map(score -> score.with(List.of())))
                .containsExactlyElementsOf(unscored.scores());
        assertThat(scored.scores())
                .filteredOn(score -> score.churnProbability() != null)
                .isNotEmpty();
        assertThat(scored.alerts().stream().filter(alert -> !alert.ruleId().equals("churn-risk")))
                .containsExactlyElementsOf(unscored.alerts());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void aCustomerThatIsReadAgainGoesOnAsIfNothingHadHappened(long seed) {
        CustomerStory restored =
                new CustomerStory(ShippedPolicy.POLICY, RandomLife.CUSTOMER).under(ScoringArtifacts.set(CHURN, LTV));
        CustomerStory undisturbed =
                new CustomerStory(ShippedPolicy.POLICY, RandomLife.CUSTOMER).under(ScoringArtifacts.set(CHURN, LTV));
        RandomLife.of(new Random(seed)).forEach(arrival -> {
            restored.restore().apply(arrival);
            undisturbed.apply(arrival);
        });

        assertThat(restored.findings()).containsExactlyElementsOf(undisturbed.findings());
        assertThat(undisturbed.alerts()).extracting(Alert::ruleId).contains("churn-risk");
    }

    /** A customer since January 1 that was active last on January 10. */
    private void active() {
        story.then("2030-01-01T10:00", Kind.LOGIN);
        story.then("2030-01-05T10:00", Kind.LOGIN);
        story.then("2030-01-10T10:00", Kind.LOGIN);
    }

    private List<Alert> alerts() {
        return story.alerts().stream()
                .filter(alert -> alert.ruleId().endsWith("-risk"))
                .toList();
    }

    private Alert only() {
        assertThat(alerts()).hasSize(1);
        return alerts().get(0);
    }

    private static CustomerPolicy with(Set<String> alerts, String language) {
        ModelConfig shipped = ShippedPolicy.POLICY.models();
        CustomerPolicy policy = ShippedPolicy.POLICY;
        return new CustomerPolicy(
                policy.health(),
                policy.alerts(),
                policy.duplicates(),
                policy.rules(),
                policy.features(),
                new ModelConfig(
                        shipped.scorer(),
                        alerts,
                        shipped.hysteresis(),
                        shipped.resolveAfterDailyEvaluations(),
                        language));
    }
}
