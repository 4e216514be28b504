package dev.latido.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.Arrival;
import dev.latido.rule.Rule;
import dev.latido.rule.format.RuleCases;
import dev.latido.rule.format.RuleCases.Case;
import dev.latido.rule.format.RuleLoader;
import dev.latido.setting.SettingsLoader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplainerTest {

    private static final String RULE = """
            id: cancel-page
            version: 3
            title: Looked at cancelling
            message: "${cancel.user} looked at it"
            severity: urgent
            within: 7 days
            steps:
              - step: failed
                kind: PAYMENT_FAILED
                when: event.amount > 1000 && event.attributes.currency == 'EUR'
              - not: paid
                kind: PAYMENT_SUCCEEDED
              - step: cancel
                kind: PAGE_VIEW
                when: event.name == 'Cancel' && customer.tenureDays < 3
            """;

    private static final String FAILED = """
            - { id: e1, at: 2025-01-01T10:00:00Z, kind: PAYMENT_FAILED, amount: 4900, attributes: { currency: EUR } }
            """;

    @Test
    void matchIsShownWithItsEventsAndWhatWasReadOfThem() throws Exception {
        assertThat(explain(RULE, FAILED + "- { id: e2, at: +2d, kind: PAGE_VIEW, name: Cancel, user: ada }"))
                .contains(
                        "Rule cancel-page, version 3, fired once for customer customer of tenant default up to"
                                + " 2025-01-03T10:00:00Z.",
                        "2025-01-03T10:00:00Z  Alert, urgent: ada looked at it",
                        "  2025-01-01T10:00:00Z  failed  PAYMENT_FAILED [e1]: amount = 4900",
                        "  2025-01-03T10:00:00Z  cancel  PAGE_VIEW \"Cancel\" by ada [e2]: customer's tenureDays = 2");
    }

    @Test
    void matchThatTimedOutSaysWhenAndWhatItWaitedFor() throws Exception {
        assertThat(explain(RULE, FAILED + "- { id: e2, at: +9d, kind: LOGIN }"))
                .containsSubsequence(
                        "The furthest it came:",
                        "  2025-01-01T10:00:00Z  failed  PAYMENT_FAILED [e1]: amount = 4900",
                        "  2025-01-08T10:00:00Z  the time was up",
                        "It waited for step cancel: PAGE_VIEW where event.name == 'Cancel' && customer.tenureDays < 3.",
                        "Its time was up at 2025-01-08T10:00:00Z, 7 days after its first event.");
    }

    @Test
    void matchThatAForbiddenEventEndedNamesIt() throws Exception {
        assertThat(explain(RULE, FAILED + "- { id: e2, at: +1d, kind: PAYMENT_SUCCEEDED }"))
                .containsSubsequence(
                        "  2025-01-02T10:00:00Z  (not paid)  PAYMENT_SUCCEEDED [e2]: ends it",
                        "It ended at 2025-01-02T10:00:00Z: PAYMENT_SUCCEEDED [e2] came, which step paid forbids.");
    }

    @Test
    void nearestEventSaysWhichPartOfTheConditionFailedAndOnWhat() throws Exception {
        assertThat(explain(RULE, FAILED + """
                - { id: e2, at: +1d, kind: PAGE_VIEW, name: Prices }
                - { id: e3, at: +3d, kind: PAGE_VIEW, name: Cancel }
                - { id: e4, at: +1h, kind: PAGE_VIEW, name: Prices }
                """))
                .containsSubsequence(
                        "  2025-01-05T10:00:00Z  (cancel)  PAGE_VIEW \"Cancel\" [e3]: not taken",
                        "3 events were of a kind that step cancel looks for, but did not meet its condition; the nearest:"
                                + " PAGE_VIEW \"Cancel\" [e3] at 2025-01-05T10:00:00Z. It failed customer.tenureDays < 3,"
                                + " with customer.tenureDays = 4.");
    }

    @Test
    void eventThatCouldHaveBegunSaysWhatItLacked() throws Exception {
        assertThat(explain(RULE, "- { id: e1, at: 2025-01-01T10:00:00Z, kind: PAYMENT_FAILED, amount: 900 }"))
                .contains("Nothing has begun. One event was of a kind that step failed looks for, but did not meet its"
                        + " condition: PAYMENT_FAILED [e1] at 2025-01-01T10:00:00Z. It failed event.amount > 1000, with"
                        + " event.amount = 900. It failed event.attributes.currency == \"EUR\", with"
                        + " event.attributes.currency = absent.");
    }

    @Test
    void eventOfAnotherNameCouldHaveBegunToo() throws Exception {
        String named = rule("steps: [{ step: page, kind: PAGE_VIEW, when: event.name == 'Cancel' }]");

        assertThat(explain(named, "- { id: e1, at: 2025-01-01T10:00:00Z, kind: PAGE_VIEW, name: Prices }"))
                .anyMatch(line ->
                        line.contains("PAGE_VIEW \"Prices\" [e1] at 2025-01-01T10:00:00Z. It failed event.name =="
                                + " 'Cancel', with event.name = Prices."));
    }

    @Test
    void customerWithoutAnyEventOfTheFirstStepIsToldSo() throws Exception {
        assertThat(explain(RULE, "- { id: e1, at: 2025-01-01T10:00:00Z, kind: LOGIN }"))
                .contains("Nothing has begun: among the events is none that step failed looks for (PAYMENT_FAILED).");
    }

    @Test
    void matchThatStillWaitsSaysUntilWhen() throws Exception {
        assertThat(explain(RULE, FAILED + "- { id: e2, at: +2d, kind: LOGIN }"))
                .containsSubsequence(
                        "  2025-01-03T10:00:00Z  the end of what was looked at",
                        "It still waits for step cancel: PAGE_VIEW where event.name == 'Cancel' &&"
                                + " customer.tenureDays < 3.",
                        "Its time will be up at 2025-01-08T10:00:00Z.");
    }

    @Test
    void absenceThatIsNotOverYetSaysWhenItWillBe() throws Exception {
        String absence = rule("""
                within: 7 days
                steps:
                  - { step: down, kind: SUBSCRIPTION_DOWNGRADED }
                  - { not: active, kind: activity }
                """);
        String down = "- { id: e1, at: 2025-01-01T10:00:00Z, kind: SUBSCRIPTION_DOWNGRADED }\n";

        assertThat(explain(absence, down + "- { id: e2, at: +1d, kind: NPS, attributes: { score: 3 } }"))
                .contains(
                        "All its events are there. It will fire at 2025-01-08T10:00:00Z unless one comes that step active"
                                + " forbids: activity.");
        assertThat(explain(absence, down + "- { id: e2, at: +9d, kind: LOGIN }"))
                .contains("2025-01-08T10:00:00Z  Alert, urgent: It fired");
    }

    @Test
    void matchThatNeededTheVeryNextEventNamesTheOneThatCame() throws Exception {
        String next = rule("""
                within: 7 days
                steps:
                  - { step: failed, kind: PAYMENT_FAILED }
                  - { step: cancel, kind: PAGE_VIEW, contiguity: next }
                """);

        assertThat(explain(next, FAILED + "- { id: e2, at: +1h, kind: LOGIN }"))
                .contains("It ended at 2025-01-01T11:00:00Z: the very next event had to be one of step cancel, and was"
                        + " LOGIN [e2].");
    }

    @Test
    void whatOverlapsAMatchIsSaidToBeDropped() throws Exception {
        assertThat(explain(RULE, FAILED + """
                - { id: e2, at: +1h, kind: PAYMENT_FAILED, amount: 4900, attributes: { currency: EUR } }
                - { id: e3, at: +1h, kind: PAGE_VIEW, name: Cancel }
                """))
                .containsSubsequence(
                        "  2025-01-01T10:00:00Z  failed  PAYMENT_FAILED [e1]: amount = 4900",
                        "  Dropped because they overlap this match (skip: past last event):",
                        "    what began at 2025-01-01T11:00:00Z");
    }

    @Test
    void whatHasNoOtherEventsThanTheMatchIsNotSaidToBeDropped() throws Exception {
        String twice = rule("within: 7 days\nsteps: [{ step: error, kind: ACTION, times: 2 }]");

        assertThat(explain(twice, """
                - { id: e1, at: 2025-01-01T10:00:00Z, kind: ACTION }
                - { id: e2, at: +1m, kind: ACTION }
                """))
                .contains("2025-01-01T10:01:00Z  Alert, urgent: It fired")
                .noneMatch(line -> line.contains("Dropped"));
    }

    @Test
    void repeatedStepSaysHowManyItHas() throws Exception {
        String often = rule("""
                within: 7 days
                steps: [{ step: error, kind: ACTION, times: 3 }]
                """);

        assertThat(explain(often, """
                - { id: e1, at: 2025-01-01T10:00:00Z, kind: ACTION }
                - { id: e2, at: +1m, kind: ACTION }
                """)).contains("It still waits for step error (it has 2 of 3): ACTION.");
    }

    @Test
    void matchInTheCooldownSaysSoAndSoDoesOneWhoseAlertIsOpen() throws Exception {
        String twice = """
                - { id: e1, at: 2025-01-01T10:00:00Z, kind: REFUNDED }
                - { id: e2, at: +1d, kind: REFUNDED }
                - { id: e3, at: +1d, kind: PAYMENT_SUCCEEDED }
                """;

        assertThat(explain(rule("cooldown: 3 days\nsteps: [{ step: back, kind: REFUNDED }]"), twice))
                .containsSubsequence(
                        "2025-01-01T10:00:00Z  Alert, urgent: It fired",
                        "2025-01-02T10:00:00Z  Matched again, but alerted nobody: the cooldown after the alert of"
                                + " 2025-01-01T10:00:00Z is 3 days.",
                        "  2025-01-02T10:00:00Z  back  REFUNDED [e2]");
        assertThat(explain(
                        rule("resolve: { kind: PAYMENT_SUCCEEDED }\nsteps: [{ step: back, kind: REFUNDED }]"), twice))
                .containsSubsequence(
                        "2025-01-02T10:00:00Z  Matched again, but alerted nobody: the alert of 2025-01-01T10:00:00Z was"
                                + " open still.",
                        "2025-01-03T10:00:00Z  Resolved by an event of kind PAYMENT_SUCCEEDED at 2025-01-03T10:00:00Z."
                                + " The alert was raised at 2025-01-01T10:00:00Z.");
    }

    @Test
    void afterAMatchTheFurthestIsLookedForAnew() throws Exception {
        assertThat(explain(RULE, FAILED + """
                - { id: e2, at: +1d, kind: PAGE_VIEW, name: Cancel }
                - { id: e3, at: +1d, kind: PAYMENT_FAILED, amount: 4900, attributes: { currency: EUR } }
                """))
                .containsSubsequence(
                        "Since then, the furthest it came:",
                        "  2025-01-03T10:00:00Z  failed  PAYMENT_FAILED [e3]: amount = 4900");
    }

    @Test
    void ruleThatIsNotLiveIsLookedAtAsIfItWere() throws Exception {
        assertThat(explain(rule("mode: shadow\nsteps: [{ step: back, kind: LOGIN }]"), """
                - { id: e1, at: 2025-01-01T10:00:00Z, kind: LOGIN }
                """))
                .contains(
                        "The rule runs in shadow; here it is looked at as if it were live.",
                        "2025-01-01T10:00:00Z  Alert, urgent: It fired");
    }

    private static String rule(String rest) {
        return """
                id: rule
                version: 1
                title: Rule
                message: It fired
                severity: urgent
                """ + rest;
    }

    private static List<String> explain(String yaml, String events) throws Exception {
        Rule rule = RuleLoader.load("rule.yaml", yaml);
        String cases = "cases:\n- case: it\n  events:\n" + events.indent(2) + "  expect: []\n";
        Case played = RuleCases.load("rule.cases.yaml", cases).cases().get(0);
        List<Arrival> arrivals = new ArrayList<>();
        played.events()
                .forEach(event -> arrivals.add(new Arrival(event, event.at().toEpochMilli(), false)));
        Instant end = played.until();
        History history =
                new History(RuleCases.TENANT, RuleCases.CUSTOMER, arrivals, end.toEpochMilli(), Set.of(), Set.of());
        return ExplanationText.of(
                Explainer.explain(rule, SettingsLoader.load(null, Map.of()).policy(), history, end.toEpochMilli()));
    }
}
