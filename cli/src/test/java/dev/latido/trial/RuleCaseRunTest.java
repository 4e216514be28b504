package dev.latido.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.rule.format.RuleCases;
import dev.latido.rule.format.RuleLoader;
import dev.latido.setting.SettingsLoader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleCaseRunTest {

    private static final String RULE = """
            id: cancel-page
            version: 1
            title: Looked at cancelling
            message: "${cancel.user} looked at it"
            severity: urgent
            cooldown: 3 days
            within: 7 days
            steps:
              - step: failed
                kind: PAYMENT_FAILED
              - step: cancel
                kind: PAGE_VIEW
                when: event.name == 'Cancel'
            """;

    private static final String RESOLVED = RULE.replace("cooldown: 3 days", "resolve: { kind: PAYMENT_SUCCEEDED }");

    private static final String MATCH = """
            - { id: e1, at: 2025-01-01T10:00:00Z, kind: PAYMENT_FAILED }
            - { id: e2, at: +2d, kind: PAGE_VIEW, name: Cancel }
            """;

    @Test
    void caseThatIsMetPasses() throws Exception {
        assertThat(differences(RULE, MATCH, "[{ at: 2025-01-03T10:00:00Z, steps: { failed: [e1], cancel: [e2] } }]"))
                .isEmpty();
        assertThat(differences(RULE, MATCH, "[{ at: 2025-01-03T10:00:00Z }]")).isEmpty();
    }

    @Test
    void alertThatDoesNotComeIsMissed() throws Exception {
        assertThat(differences(RULE, "- { id: e1, at: 2025-01-01T10:00:00Z, kind: PAYMENT_FAILED }", """
                        [{ at: 2025-01-03T10:00:00Z, steps: { failed: [e1] } }]"""))
                .containsExactly("expected an open alert at 2025-01-03T10:00:00Z with failed = [e1], but none came");
    }

    @Test
    void alertThatIsNotExpectedIsNamed() throws Exception {
        assertThat(differences(RULE, MATCH, "[]"))
                .containsExactly(
                        "an open alert at 2025-01-03T10:00:00Z with failed = [e1], cancel = [e2] came that is not"
                                + " expected");
    }

    @Test
    void otherTimeIsADifference() throws Exception {
        assertThat(differences(RULE, MATCH, "[{ at: 2025-01-02T10:00:00Z }]"))
                .containsExactly("expected an open alert at 2025-01-02T10:00:00Z, but an open alert at"
                        + " 2025-01-03T10:00:00Z with failed = [e1], cancel = [e2] came");
    }

    @Test
    void otherEventsAreADifference() throws Exception {
        assertThat(differences(RULE, MATCH, "[{ at: 2025-01-03T10:00:00Z, steps: { failed: [e1], cancel: [e1] } }]"))
                .containsExactly("the open alert at 2025-01-03T10:00:00Z matched failed = [e1], cancel = [e2], expected"
                        + " was failed = [e1], cancel = [e1]");
    }

    @Test
    void otherStatusIsADifference() throws Exception {
        assertThat(differences(RULE, MATCH, "[{ at: 2025-01-03T10:00:00Z, status: resolved }]"))
                .containsExactly("expected a resolved alert at 2025-01-03T10:00:00Z, but an open alert at"
                        + " 2025-01-03T10:00:00Z with failed = [e1], cancel = [e2] came");
    }

    @Test
    void oneAlertTooManyDoesNotMakeTheOthersWrong() throws Exception {
        String twice = MATCH + """
                - { id: e3, at: +4d, kind: PAYMENT_FAILED }
                - { id: e4, at: +1d, kind: PAGE_VIEW, name: Cancel }
                """;

        assertThat(differences(RULE, twice, "[{ at: 2025-01-08T10:00:00Z }]"))
                .containsExactly(
                        "an open alert at 2025-01-03T10:00:00Z with failed = [e1], cancel = [e2] came that is not"
                                + " expected");
    }

    @Test
    void cooldownCountsAndIsNamedWhereItMayBeTheReason() throws Exception {
        String soon = MATCH + """
                - { id: e3, at: +1d, kind: PAYMENT_FAILED }
                - { id: e4, at: +1d, kind: PAGE_VIEW, name: Cancel }
                """;

        assertThat(differences(RULE, soon, "[{ at: 2025-01-03T10:00:00Z }]")).isEmpty();
        assertThat(differences(RULE, soon, "[{ at: 2025-01-03T10:00:00Z }, { at: 2025-01-05T10:00:00Z }]"))
                .containsExactly(
                        "expected an open alert at 2025-01-05T10:00:00Z, but none came",
                        "1 match alerted nobody, because of the cooldown, of an alert that is still open, or of ten others"
                                + " at once");
    }

    @Test
    void resolutionCounts() throws Exception {
        String paid = MATCH + "- { id: e3, at: +1d, kind: PAYMENT_SUCCEEDED }\n";

        assertThat(differences(
                        RESOLVED,
                        paid,
                        "[{ at: 2025-01-03T10:00:00Z }, { at: 2025-01-04T10:00:00Z, status: resolved }]"))
                .isEmpty();
    }

    @Test
    void ruleInShadowOrSwitchedOffIsTestedAsIfItWereLive() throws Exception {
        String expected = "[{ at: 2025-01-03T10:00:00Z }]";

        assertThat(differences(RULE + "mode: shadow\n", MATCH, expected)).isEmpty();
        assertThat(differences(RULE + "enabled: false\n", MATCH, expected)).isEmpty();
    }

    @Test
    void eventsHappenInTheOrderOfTheirTimes() throws Exception {
        String backwards = """
                - { id: e2, at: 2025-01-03T10:00:00Z, kind: PAGE_VIEW, name: Cancel }
                - { id: e1, at: 2025-01-01T10:00:00Z, kind: PAYMENT_FAILED }
                """;

        assertThat(differences(RULE, backwards, "[{ at: 2025-01-03T10:00:00Z }]"))
                .isEmpty();
    }

    private static List<String> differences(String rule, String events, String expected) throws Exception {
        String cases = "cases:\n- case: it\n  events:\n" + events.indent(2) + "  expect: " + expected + "\n";
        RuleCaseRun run = new RuleCaseRun(
                RuleLoader.load("rule.yaml", rule),
                SettingsLoader.load(null, Map.of()).policy());
        return run.play(RuleCases.load("rule.cases.yaml", cases).cases().get(0)).differences();
    }
}
