package dev.latido.customer;

import static dev.latido.testing.Events.arrival;
import static dev.latido.testing.Events.eventOf;
import static dev.latido.testing.RuleChanges.apply;
import static dev.latido.testing.RuleChanges.effective;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.Kind;
import dev.latido.rule.RuleBook;
import dev.latido.rule.RuleEffect;
import dev.latido.rule.RuleEffects;
import dev.latido.rule.RuleInForce;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How changes of rules reach customers, whichever subtask they are in. */
class RuleChangesInOperatorTest {

    private static final long NOON = 1_735_732_800_000L;

    /** Customers of both subtasks, whichever names fall where. */
    private static final List<String> CUSTOMERS = List.of("ada", "bob", "cy", "dan", "eve", "fay");

    /** The operator's copy of a listener is another one. */
    private static final Queue<String> TOLD = new ConcurrentLinkedQueue<>();

    private CustomerHarness harness;

    @BeforeEach
    void open() throws Exception {
        TOLD.clear();
        harness = CustomerHarness.open(CustomerHarness.Setup.REPLAY.telling(RuleChangesInOperatorTest::tell));
    }

    @AfterEach
    void close() {
        harness.close();
    }

    private static void tell(String key, long at, RuleBook book, RuleEffects effects) {
        List<Integer> versions =
                book.inForce(at).rules().stream().map(RuleInForce::version).toList();
        TOLD.add(at - NOON + " " + versions);
        effects.count(1, 1, 0);
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

        assertThat(told()).hasSize(18).containsOnly("-1 []", "0 [1]", "1 [1]");
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

        assertThat(told()).hasSize(12).containsOnly("-1 []", "5 [1]");
    }

    @Test
    void aChangeThatComesAgainAfterARestartIsNotAnotherOne() throws Exception {
        harness.change(effective(1, NOON, apply("a", 1)));
        harness.restart(2);
        harness.change(effective(1, NOON, apply("a", 1)));
        event("ada", 1);
        harness.watermark(NOON + 1);

        assertThat(told()).containsExactly("1 [1]");
    }

    @Test
    void theDailyEvaluationSeesTheRulesOfItsInstant() throws Exception {
        event("ada", 0);
        harness.watermark(NOON);
        long daily = NOON / 86_400_000L * 86_400_000L + 86_400_000L + Math.floorMod("ada".hashCode(), 86_400) * 1000L;
        harness.change(effective(1, NOON, daily, apply("a", 1)));
        harness.watermark(daily);

        assertThat(told()).endsWith(daily - NOON + " [1]");
    }

    @Test
    void whatChangesDoToPartialMatchesIsToldBeforeTheCheckpoint() throws Exception {
        event("ada", 0);
        event("bob", 0);
        harness.watermark(NOON);
        assertThat(harness.effects()).isEmpty();

        harness.beforeCheckpoint();
        harness.beforeCheckpoint();

        assertThat(harness.effects()).containsExactly(new RuleEffect(1, 2, 0));
    }

    @Test
    void whatIsLeftOfItIsToldAtTheEnd() throws Exception {
        event("ada", 0);
        harness.endOfInput();
        harness.finish();

        assertThat(harness.effects()).containsExactly(new RuleEffect(1, 1, 0));
    }

    private void event(String customer, long afterNoon) throws Exception {
        String time = Instant.ofEpochMilli(NOON + afterNoon).toString().replace("Z", "");
        harness.process(arrival(eventOf(customer, customer + afterNoon, Kind.LOGIN, time)));
    }

    private static List<String> told() {
        return new ArrayList<>(TOLD);
    }
}
