package dev.latido.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.connector.record.Publication;
import dev.latido.event.Alert;
import dev.latido.event.CustomerEvent;
import dev.latido.event.CustomerOutcome;
import dev.latido.event.CustomerOutcome.What;
import dev.latido.event.DeadLetter;
import dev.latido.event.FeatureRow;
import dev.latido.event.HealthComponents;
import dev.latido.event.HealthRecord;
import dev.latido.event.HealthScore;
import dev.latido.event.Kind;
import dev.latido.feature.Feature;
import dev.latido.rule.RuleStatus;
import dev.latido.scoring.EffectiveModel;
import dev.latido.scoring.ModelStatus;
import dev.latido.scoring.Role;
import dev.latido.testing.Artifacts;
import dev.latido.testing.ModelChanges;
import dev.latido.testing.RuleChanges;
import dev.latido.watch.report.ComparisonReport;
import dev.latido.watch.report.ReportedArtifact;
import dev.latido.watch.report.WeekComparison;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublicationsTest {

    private static final Instant AT = Instant.parse("2025-01-01T10:00:00.120Z");
    private static final HealthComponents PARTS = new HealthComponents(1, 2.5, 100, 0, 20.8);
    private static final String PARTS_JSON =
            "{\"usage\":1.0,\"adoption\":2.5,\"support\":100.0,\"payment\":0.0,\"engagement\":20.8}";

    @Test
    void aHealthScoreIsKeyedByItsCustomer() {
        Publication published = Publications.of(HealthRecord.of(score("healthy")));

        assertThat(published.stream()).isEqualTo("health-scores");
        assertThat(text(published.key())).isEqualTo("{\"customerId\":\"Zoë \\\"1\\\"\",\"tenantId\":\"t\"}");
        assertThat(text(published.value()))
                .isEqualTo("{\"schemaVersion\":1,\"tenantId\":\"t\",\"customerId\":\"Zoë \\\"1\\\"\","
                        + "\"at\":\"2025-01-01T10:00:00.120Z\",\"score\":41.4,\"band\":\"at_risk\","
                        + "\"previousBand\":\"healthy\",\"level\":\"monitor\",\"components\":" + PARTS_JSON
                        + ",\"signals\":[\"low-logins\"]}");
        assertThat(published.at()).isEqualTo(AT.toEpochMilli());
    }

    @Test
    void aFirstScoreHasNoPreviousBand() {
        assertThat(text(Publications.of(HealthRecord.of(score(null))).value())).doesNotContain("previousBand");
    }

    @Test
    void aForgottenCustomerIsATombstoneUnderTheKeyOfItsScores() {
        Publication tombstone = Publications.of(new HealthRecord("t", "Zoë \"1\"", null));

        assertThat(tombstone.stream()).isEqualTo("health-scores");
        assertThat(tombstone.value()).isNull();
        assertThat(tombstone.key())
                .isEqualTo(Publications.of(HealthRecord.of(score(null))).key());
    }

    @Test
    void anAlertCarriesItsEvidence() {
        Alert alert = new Alert(
                1,
                "00ff",
                "t",
                "c",
                "health-level",
                "urgent",
                "open",
                AT,
                "title",
                "message",
                new Alert.Evidence(
                        null,
                        41.4,
                        null,
                        PARTS,
                        List.of(new Alert.SignalReading("low-logins", "sessions7", 1, 2)),
                        List.of("e1", "e2"),
                        null,
                        null));

        Publication published = Publications.of(alert);

        assertThat(published.stream()).isEqualTo("alerts");
        assertThat(published.id()).isEqualTo("00ff");
        assertThat(text(published.value()))
                .isEqualTo("{\"schemaVersion\":1,\"alertId\":\"00ff\",\"tenantId\":\"t\",\"customerId\":\"c\","
                        + "\"ruleId\":\"health-level\",\"severity\":\"urgent\",\"status\":\"open\","
                        + "\"at\":\"2025-01-01T10:00:00.120Z\",\"title\":\"title\",\"message\":\"message\","
                        + "\"evidence\":{\"scoreAfter\":41.4,\"componentsAfter\":" + PARTS_JSON
                        + ",\"signals\":[{\"signal\":\"low-logins\",\"quantity\":\"sessions7\",\"value\":1.0,"
                        + "\"threshold\":2.0}],\"eventIds\":[\"e1\",\"e2\"]}}");
    }

    @Test
    void aRowOfFeaturesNamesThemInTheirOrderAndNothingForWhatIsMissing() {
        List<Float> values = new ArrayList<>(Collections.nCopies(Feature.ALL.size(), 0f));
        values.set(Feature.SESSIONS_7.index(), 3f);
        values.set(Feature.SESSION_TREND_7.index(), 0.1f);
        values.set(Feature.SESSION_MINUTES_30.index(), Float.NaN);
        values.set(Feature.ENGAGEMENT.index(), 41.4f);

        Publication published = Publications.of(new FeatureRow("t", "Zoë \"1\"", AT, values));

        assertThat(published.stream()).isEqualTo("features");
        assertThat(text(published.key())).isEqualTo("{\"customerId\":\"Zoë \\\"1\\\"\",\"tenantId\":\"t\"}");
        assertThat(published.at()).isEqualTo(AT.toEpochMilli());
        assertThat(text(published.value()))
                .startsWith("{\"schemaVersion\":1,\"type\":\"features\",\"tenantId\":\"t\","
                        + "\"customerId\":\"Zoë \\\"1\\\"\",\"at\":\"2025-01-01T10:00:00.120Z\",\"features\":{"
                        + "\"sessions7\":3,\"sessions30\":0,\"sessionTrend7\":0.1,\"sessionTrend28\":0,"
                        + "\"sessionMinutes30\":null,")
                .endsWith(",\"payment\":0,\"engagement\":41.4}}");
    }

    @Test
    void anOutcomeIsInTheSameStream() {
        CustomerOutcome outcome = new CustomerOutcome(1, "outcome", "t", "c", AT, What.CANCELLATION_NOTICE, true, 0);

        Publication published = Publications.of(outcome);

        assertThat(published.stream()).isEqualTo("features");
        assertThat(text(published.key())).isEqualTo("{\"customerId\":\"c\",\"tenantId\":\"t\"}");
        assertThat(text(published.value()))
                .isEqualTo("{\"schemaVersion\":1,\"type\":\"outcome\",\"tenantId\":\"t\",\"customerId\":\"c\","
                        + "\"at\":\"2025-01-01T10:00:00.120Z\",\"outcome\":\"cancellation-notice\","
                        + "\"involuntary\":true,\"amountCents\":0}");
    }

    @Test
    void aLateEventIsInTheNativeFormWithItsAttributesSorted() {
        CustomerEvent event =
                new CustomerEvent("e", "t", "c", "u", Kind.NPS, "", AT, -5, Map.of("score", "9", "b", "2", "a", "1"));

        Publication published = Publications.of(event);

        assertThat(published.stream()).isEqualTo("late-events");
        assertThat(text(published.value()))
                .isEqualTo("{\"schemaVersion\":1,\"eventId\":\"e\",\"tenantId\":\"t\",\"customerId\":\"c\","
                        + "\"userId\":\"u\",\"kind\":\"NPS\",\"name\":\"\",\"at\":\"2025-01-01T10:00:00.120Z\","
                        + "\"amountCents\":-5,\"attributes\":{\"a\":\"1\",\"b\":\"2\",\"score\":\"9\"}}");
    }

    @Test
    void aDeadLetterIsKeyedByItsPartition() {
        Publication published = Publications.of(new DeadLetter(1, "s", "clicks", 3, 7, "not JSON", "AQI=", 2));

        assertThat(published.stream()).isEqualTo("dead-letters");
        assertThat(text(published.key())).isEqualTo("clicks-3");
        assertThat(published.at()).isZero();
        assertThat(text(published.value()))
                .isEqualTo("{\"schemaVersion\":1,\"source\":\"s\",\"topic\":\"clicks\",\"partition\":3,\"offset\":7,"
                        + "\"reason\":\"not JSON\",\"payload\":\"AQI=\",\"payloadBytes\":2}");
    }

    @Test
    void aStatusIsKeyedByItsRuleAndLeavesOutWhatIsAbsent() {
        RuleStatus status = RuleStatus.accepted(RuleChanges.effective(3, AT.toEpochMilli(), RuleChanges.apply("a", 1)));

        Publication published = Publications.of(status);

        assertThat(published.stream()).isEqualTo("rule-status");
        assertThat(text(published.key())).isEqualTo("a");
        assertThat(text(published.value()))
                .isEqualTo(
                        "{\"schemaVersion\":1,\"ruleId\":\"a\",\"ruleVersion\":1,\"status\":\"applied\",\"changeId\":3,"
                                + "\"effectiveAt\":\"2025-01-01T10:00:00.120Z\",\"at\":\"2025-01-01T10:00:00.119Z\","
                                + "\"by\":\"ada\",\"reason\":\"a test\"}");
    }

    @Test
    void whatIsSaidOfAModelIsKeyedByIt() {
        Publication published = Publications.of(new ComparisonReport(
                1,
                "comparison",
                "churn",
                new ReportedArtifact("1", "aa"),
                new ReportedArtifact("2", "bb"),
                960,
                0.0125,
                0.9,
                null,
                0.05,
                0.04,
                AT,
                new WeekComparison(240, null, 0.9, 0.75, 0.05),
                AT));

        assertThat(published.stream()).isEqualTo("model-status");
        assertThat(text(published.key())).isEqualTo("churn");
        assertThat(published.at()).isEqualTo(AT.toEpochMilli());
        assertThat(text(published.value()))
                .isEqualTo("{\"schemaVersion\":1,\"type\":\"comparison\",\"model\":\"churn\","
                        + "\"active\":{\"version\":\"1\",\"sha256\":\"aa\"},\"shadow\":{\"version\":\"2\",\"sha256\":\"bb\"},"
                        + "\"rows\":960,\"psi\":0.0125,\"agreement\":0.9,\"crossing\":0.05,\"raised\":0.04,"
                        + "\"since\":\"2025-01-01T10:00:00.120Z\","
                        + "\"lastWeek\":{\"rows\":240,\"agreement\":0.9,\"rankCorrelation\":0.75,\"crossing\":0.05},"
                        + "\"at\":\"2025-01-01T10:00:00.120Z\"}");
    }

    @Test
    void aStatusOfAModelIsKeyedByItsModel() {
        EffectiveModel change = ModelChanges.effective(3, AT.toEpochMilli(), ModelChanges.announce("churn", "1"));

        Publication published = Publications.of(ModelStatus.accepted(change, Role.ACTIVE, "1", null));

        assertThat(published.stream()).isEqualTo("model-status");
        assertThat(text(published.key())).isEqualTo("churn");
        assertThat(published.at()).isEqualTo(AT.toEpochMilli() - 1);
        assertThat(text(published.value()))
                .isEqualTo("{\"schemaVersion\":1,\"type\":\"change\",\"model\":\"churn\",\"status\":\"accepted\","
                        + "\"role\":\"active\",\"version\":\"1\",\"sha256\":\""
                        + Artifacts.ref("churn", "1").sha256()
                        + "\",\"location\":\"/models/churn/1\",\"changeId\":3,"
                        + "\"effectiveAt\":\"2025-01-01T10:00:00.120Z\",\"at\":\"2025-01-01T10:00:00.119Z\","
                        + "\"by\":\"ada\",\"reason\":\"a test\"}");
    }

    private static HealthScore score(@Nullable String previousBand) {
        return new HealthScore(
                1, "t", "Zoë \"1\"", AT, 41.4, "at_risk", previousBand, "monitor", PARTS, List.of("low-logins"));
    }

    private static String text(byte @Nullable [] bytes) {
        return new String(requireNonNull(bytes, "bytes"), UTF_8);
    }
}
