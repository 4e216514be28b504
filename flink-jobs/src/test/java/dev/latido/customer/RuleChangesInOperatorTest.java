package dev.latido.customer;

import static dev.latido.testing.Events.arrival;
import static dev.latido.testing.Events.eventOf;
import static dev.latido.testing.RuleChanges.apply;
import static dev.latido.testing.RuleChanges.change;
import static dev.latido.testing.RuleChanges.effective;
import static dev.latido.testing.RuleChanges.text;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.Alert;
import dev.latido.event.Kind;
import dev.latido.rule.EffectiveChange;
import dev.latido.rule.Rule.OnChange;
import dev.latido.rule.RuleBook;
import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleChange.Action;
import dev.latido.rule.RuleEffect;
import dev.latido.testing.Rules;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How changes of rules reach customers, whichever subtask they are in. */
class RuleChangesInOperatorTest {

    private static final long NOON = 1_735_732_800_000L;
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    /** Customers of both subtasks, whichever names fall where. */
    private static final List<String> CUSTOMERS = List.of("ada", "bob", "cy", "dan", "eve", "fay");

    private CustomerHarness harness;

    @BeforeEach
    void open() throws Exception {
        harness = CustomerHarness.open(CustomerHarness.Setup.REPLAY);
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void customersOfAllSubtasksSeeAChangeAtTheSameInstant() throws Exception {
        harness.restart(2);
        for (String customer : CUSTOMERS) {
            event(customer, -1);
            event(customer, 0);
            event(customer, 1);
        }
        harness.watermark(NOON - 2);
        harness.change(effective(1, NOON - 2, NOON, apply("a", 1)));
        harness.watermark(NOON + 1);

        assertThat(found()).hasSize(12).containsOnly("0 v1", "1 v1");
    }

    @Test
    void aChangeThatWaitsForItsTimeSurvivesARestartWithOtherSubtasks() throws Exception {
        harness.restart(2);
        for (String customer : CUSTOMERS) {
            event(customer, -1);
            event(customer, 5);
        }
        harness.watermark(NOON - 2);
        harness.change(effective(1, NOON - 2, NOON + 5, apply("a", 1)));
        harness.restart(3);
        harness.restart(1);
        harness.watermark(NOON + 5);

        assertThat(found()).hasSize(6).containsOnly("5 v1");
    }

    @Test
    void aChangeThatComesAgainAfterARestartIsNotAnotherOne() throws Exception {
        harness.change(effective(1, NOON, apply("a", 1)));
        harness.restart(2);
        harness.change(effective(1, NOON, apply("a", 1)));
        event("ada", 1);
        harness.watermark(NOON + 1);

        assertThat(found()).containsExactly("1 v1");
    }

    @Test
    void theDailyEvaluationSeesTheRulesOfItsInstant() throws Exception {
        event("ada", 0);
        harness.watermark(NOON);
        long daily = NOON / 86_400_000L * 86_400_000L + 86_400_000L + Math.floorMod("ada".hashCode(), 86_400) * 1000L;
        String everyDay = text("a", 1).replace("kind: LOGIN", "kind: EVALUATED");
        harness.change(effective(1, NOON, daily, change("a", Action.APPLY, everyDay)));
        harness.watermark(daily);

        assertThat(found()).containsExactly(daily - NOON + " v1");
    }

    @Test
    void theVersionBeforeFinishesWhatItHasAndStartsNothingNew() throws Exception {
        pairs(OnChange.DRAIN);

        assertThat(found()).containsExactlyInAnyOrder(2 * HOUR + " v1", 4 * HOUR + " v2");
        assertThat(harness.effects()).containsExactly(new RuleEffect(2, 1, 0));
    }

    @Test
    void partialMatchesOfTheVersionBeforeAreDropped() throws Exception {
        pairs(OnChange.RESET);

        assertThat(found()).containsExactly(4 * HOUR + " v2");
        assertThat(harness.effects()).containsExactly(new RuleEffect(2, 0, 1));
    }

    @Test
    void theNewVersionGoesOnWithPartialMatches() throws Exception {
        pairs(OnChange.CARRY);

        assertThat(found()).containsExactly(2 * HOUR + " v2", 4 * HOUR + " v2");
        assertThat(harness.effects()).containsExactly(new RuleEffect(2, 1, 0));
    }

    @Test
    void anAbsenceThatIsCarriedIsKnownByTheTimeOfTheNewVersion() throws Exception {
        carryAbsence("30 days", "7 days", 2 * DAY);

        harness.watermark(NOON + 40 * DAY);

        assertThat(found()).containsExactly(7 * DAY + " v2");
    }

    @Test
    void anAbsenceWhoseTimeIsUpWhenItIsCarriedIsKnownAtTheInstantOfTheChange() throws Exception {
        carryAbsence("30 days", "7 days", 20 * DAY);

        harness.watermark(NOON + 40 * DAY);

        assertThat(found()).containsExactly(20 * DAY + " v2");
    }

    @Test
    void anAbsenceThatIsCarriedToALongerTimeIsKnownLater() throws Exception {
        carryAbsence("7 days", "30 days", 2 * DAY);

        harness.restart(2);
        harness.watermark(NOON + 40 * DAY);

        assertThat(found()).containsExactly(30 * DAY + " v2");
    }

    @Test
    void whatIsCarriedAndThenDrainedIsFinishedByTheTimeItWasCarriedTo() throws Exception {
        carryAbsence("30 days", "7 days", 2 * DAY);
        harness.watermark(NOON + 3 * DAY);
        becomes(3, 3 * DAY, Action.APPLY, absence(3, "7 days", OnChange.DRAIN), OnChange.DRAIN);

        harness.watermark(NOON + 60 * DAY);

        assertThat(found()).containsExactly(7 * DAY + " v2");
    }

    @Test
    void whatIsCarriedToARuleThatIsSwitchedOffIsDropped() throws Exception {
        carryAbsence("30 days", "7 days\nenabled: false", 2 * DAY);

        harness.watermark(NOON + 60 * DAY);
        harness.beforeCheckpoint();

        assertThat(found()).isEmpty();
        assertThat(harness.effects()).containsExactly(new RuleEffect(2, 0, 1));
    }

    /** One begins at noon; at an instant the rule's time becomes another. */
    private void carryAbsence(String before, String after, long afterNoon) throws Exception {
        becomes(1, -1, Action.APPLY, absence(1, before, OnChange.DRAIN), OnChange.DRAIN);
        process("ada", Kind.SUBSCRIPTION_DOWNGRADED, 0);
        harness.watermark(NOON + afterNoon - 1);
        becomes(2, afterNoon, Action.APPLY, absence(2, after, OnChange.CARRY), OnChange.CARRY);
    }

    private static String absence(int version, String within, OnChange policy) {
        return Rules.source(
                "a",
                version,
                "within: " + within,
                "on-change: " + policy.text(),
                "steps:",
                "  - step: downgraded",
                "    kind: SUBSCRIPTION_DOWNGRADED",
                "  - not: active",
                "    kind: activity");
    }

    @Test
    void aRuleThatGoesLiveAlertsWhateverItFoundInShadow() throws Exception {
        becomes(1, -1, Action.APPLY, scheduled(1, "mode: shadow"), OnChange.DRAIN);
        process("ada", Kind.CANCELLATION_SCHEDULED, 0);
        harness.watermark(NOON + DAY - 1);
        harness.restart(1);
        becomes(2, DAY, Action.APPLY, scheduled(2, "mode: live"), OnChange.DRAIN);
        process("ada", Kind.CANCELLATION_SCHEDULED, 2 * DAY);
        process("ada", Kind.CANCELLATION_SCHEDULED, 3 * DAY);
        harness.watermark(NOON + 4 * DAY);

        assertThat(found()).containsExactly(2 * DAY + " v2");
    }

    @Test
    void anAlertOfAPausedRuleCanBeResolved() throws Exception {
        becomes(1, -1, Action.APPLY, scheduled(1, "mode: live"), OnChange.DRAIN);
        process("ada", Kind.CANCELLATION_SCHEDULED, 0);
        harness.watermark(NOON + DAY - 1);
        becomes(2, DAY, Action.PAUSE, scheduled(1, "mode: live"), OnChange.CARRY);
        process("ada", Kind.CANCELLATION_SCHEDULED, 2 * DAY);
        process("ada", Kind.CANCELLATION_WITHDRAWN, 3 * DAY);
        harness.watermark(NOON + 50 * DAY);
        becomes(3, 50 * DAY + 1, Action.RESUME, scheduled(1, "mode: live"), OnChange.CARRY);
        process("ada", Kind.CANCELLATION_SCHEDULED, 60 * DAY);
        harness.watermark(NOON + 60 * DAY);

        assertThat(statuses()).containsExactly("open 0", "resolved " + 3 * DAY, "open " + 60 * DAY);
    }

    @Test
    void anAlertThatCanNoLongerBeResolvedKeepsNothingBack() throws Exception {
        becomes(1, -1, Action.APPLY, scheduled(1, "mode: live"), OnChange.DRAIN);
        process("ada", Kind.CANCELLATION_SCHEDULED, 0);
        harness.watermark(NOON + DAY - 1);
        String unresolvable = scheduled(2, "mode: live").replaceAll("(?s)resolve:.*", "");
        becomes(2, DAY, Action.APPLY, unresolvable.replace("cooldown: 30 days", ""), OnChange.DRAIN);
        process("ada", Kind.CANCELLATION_SCHEDULED, 40 * DAY);
        process("ada", Kind.CANCELLATION_SCHEDULED, 41 * DAY);
        harness.watermark(NOON + 41 * DAY);
        becomes(3, 41 * DAY + 1, Action.APPLY, scheduled(3, "mode: live"), OnChange.DRAIN);
        process("ada", Kind.CANCELLATION_WITHDRAWN, 42 * DAY);
        harness.watermark(NOON + 42 * DAY);

        assertThat(statuses()).containsExactly("open 0", "open " + 40 * DAY, "open " + 41 * DAY);
    }

    private static String scheduled(int version, String mode) {
        return Rules.source(
                "a",
                version,
                mode,
                "cooldown: 30 days",
                "steps:",
                "  - step: scheduled",
                "    kind: CANCELLATION_SCHEDULED",
                "resolve:",
                "  kind: CANCELLATION_WITHDRAWN");
    }

    private List<String> statuses() {
        return harness.alerts().stream()
                .filter(alert -> alert.ruleId().equals("a"))
                .map(alert -> alert.status() + " " + (alert.at().toEpochMilli() - NOON))
                .toList();
    }

    /** Long texts that have yet to come push the earlier changes out of the book. */
    @Test
    void partialMatchesStayWhenAllKeptChangesLieInTheFuture() throws Exception {
        becomes(1, -1, Action.APPLY, pair(1, OnChange.DRAIN), OnChange.DRAIN);
        event("ada", 0);
        harness.watermark(NOON + HOUR);
        fillTheBook(NOON + HOUR, NOON + 10 * HOUR);
        event("ada", 2 * HOUR);
        harness.watermark(NOON + 2 * HOUR);
        view("ada", 11 * HOUR);
        harness.watermark(NOON + 11 * HOUR);

        assertThat(found()).containsExactly(11 * HOUR + " v1");
    }

    @Test
    void whatIsLostWithItsChangeIsCounted() throws Exception {
        becomes(1, -1, Action.APPLY, pair(1, OnChange.DRAIN), OnChange.DRAIN);
        event("ada", 0);
        harness.watermark(NOON + HOUR);
        becomes(2, HOUR + 1, Action.APPLY, pair(2, OnChange.DRAIN), OnChange.DRAIN);
        event("ada", 2 * HOUR);
        harness.watermark(NOON + 3 * HOUR);
        fillTheBook(NOON + 3 * HOUR, NOON + 3 * HOUR + 1);
        view("ada", 4 * HOUR);
        harness.watermark(NOON + 4 * HOUR);

        assertThat(found()).containsExactly(4 * HOUR + " v2");
        assertThat(harness.counted("rule_partial_matches_dropped")).isEqualTo(1);
    }

    private void fillTheBook(long acceptedAt, long effectiveAt) throws Exception {
        for (int i = 0; i < RuleBook.MOST_CHANGES; i++) {
            RuleChange one = apply("b" + i % 100, i + 1);
            harness.change(new EffectiveChange(10 + i, acceptedAt, effectiveAt, i + 1, OnChange.RESET, one));
        }
    }

    @Test
    void aTextThatCannotBeMadeReadyDoesNotRunAndHarmsNoOther() throws Exception {
        becomes(1, -1, Action.APPLY, text("a", 1), OnChange.DRAIN);
        harness.change(effective(2, NOON - 1, change("b", Action.APPLY, "no rule at all")));
        event("ada", 0);
        event("ada", 1);
        harness.watermark(NOON + 1);

        assertThat(found()).containsExactly("0 v1", "1 v1");
        assertThat(harness.counted("rules_unready")).isEqualTo(1);
    }

    private void becomes(long id, long afterNoon, Action action, String text, OnChange policy) throws Exception {
        long at = NOON + afterNoon;
        int version = Integer.parseInt(text.replaceAll("(?s).*version: (\\d+).*", "$1"));
        harness.change(new EffectiveChange(id, at - 1, at, version, policy, change("a", action, text)));
    }

    @Test
    void pausedRuleForgetsItsPartialMatchesAndFindsNothing() throws Exception {
        harness.change(effective(1, NOON - 1, change("a", Action.APPLY, pair(1, OnChange.DRAIN))));
        event("ada", 0);
        harness.watermark(NOON);
        harness.change(effective(2, NOON + 1, change("a", Action.PAUSE, pair(1, OnChange.DRAIN))));
        view("ada", HOUR);
        event("ada", 2 * HOUR);
        harness.watermark(NOON + 2 * HOUR);
        harness.change(effective(3, NOON + 3 * HOUR, change("a", Action.RESUME, pair(1, OnChange.DRAIN))));
        view("ada", 4 * HOUR);
        event("ada", 5 * HOUR);
        view("ada", 6 * HOUR);
        harness.watermark(NOON + 6 * HOUR);

        assertThat(found()).containsExactly(6 * HOUR + " v1");
    }

    @Test
    void deletedRuleLeavesNothingBehind() throws Exception {
        harness.change(effective(1, NOON - 1, change("a", Action.APPLY, pair(1, OnChange.DRAIN))));
        event("ada", 0);
        harness.watermark(NOON);
        harness.change(effective(2, NOON + 1, change("a", Action.DELETE, "")));
        view("ada", HOUR);
        harness.watermark(NOON + HOUR);
        harness.beforeCheckpoint();

        assertThat(found()).isEmpty();
        assertThat(harness.effects()).containsExactly(new RuleEffect(2, 0, 1));
    }

    @Test
    void whatChangesDoToPartialMatchesIsToldOnce() throws Exception {
        pairs(OnChange.RESET);
        harness.beforeCheckpoint();
        harness.finish();

        assertThat(harness.effects()).hasSize(1);
    }

    /** One begins under version 1 and one under version 2; both go on under version 2. */
    private void pairs(OnChange policy) throws Exception {
        harness.change(effective(1, NOON - 1, change("a", Action.APPLY, pair(1, OnChange.DRAIN))));
        event("ada", 0);
        harness.watermark(NOON);
        EffectiveChange second = effective(2, NOON + 1, change("a", Action.APPLY, pair(2, policy)));
        harness.change(new EffectiveChange(2, second.acceptedAt(), second.effectiveAt(), 2, policy, second.change()));
        harness.restart(2);
        view("ada", 2 * HOUR);
        event("ada", 3 * HOUR);
        view("ada", 4 * HOUR);
        harness.watermark(NOON + 4 * HOUR);
        harness.beforeCheckpoint();
    }

    private static String pair(int version, OnChange policy) {
        return text("a", version, policy, "login").replace("skip: none", "skip: past last event")
                + "  - step: seen\n    kind: PAGE_VIEW\n";
    }

    private void event(String customer, long afterNoon) throws Exception {
        process(customer, Kind.LOGIN, afterNoon);
    }

    private void view(String customer, long afterNoon) throws Exception {
        process(customer, Kind.PAGE_VIEW, afterNoon);
    }

    private void process(String customer, Kind kind, long afterNoon) throws Exception {
        String time = Instant.ofEpochMilli(NOON + afterNoon).toString().replace("Z", "");
        harness.process(arrival(eventOf(customer, customer + afterNoon, kind, time)));
    }

    /** When after noon rule {@code a} found something, and in which version. */
    private List<String> found() {
        return harness.alerts().stream()
                .filter(alert -> alert.ruleId().equals("a"))
                .map(alert -> alert.at().toEpochMilli() - NOON + " v" + version(alert))
                .toList();
    }

    private static int version(Alert alert) {
        return requireNonNull(alert.evidence().match()).ruleVersion();
    }
}
