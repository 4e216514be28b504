package dev.latido.rule.engine;

import static dev.latido.event.Kind.ACTION;
import static dev.latido.event.Kind.FEATURE_USED;
import static dev.latido.event.Kind.LOGIN;
import static dev.latido.event.Kind.PAGE_VIEW;
import static dev.latido.rule.engine.Steps.not;
import static dev.latido.rule.engine.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.rule.SkipStrategy;
import dev.latido.testing.Events;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatcherTest {

    @Test
    void aMatchIsToldWithItsEventsAtThePlaceOfTheLast() {
        Customer customer =
                Customer.of(10, step("a", LOGIN), step("b", PAGE_VIEW).times(2));

        customer.happens("e1", LOGIN, 1).happens("e2", PAGE_VIEW, 2).happens("e3", PAGE_VIEW, 3);

        assertThat(customer.sentences()).containsExactly("matched a=e1 b=e2+e3 at 3");
        assertThat(customer.matches.isEmpty()).isTrue();
    }

    @Test
    void anEventJustWhenTheTimeIsUpIsOutside() {
        Customer inside = Customer.of(10, step("a", LOGIN), step("b", PAGE_VIEW));
        Customer outside = Customer.of(10, step("a", LOGIN), step("b", PAGE_VIEW));

        inside.happens("e1", LOGIN, 1).happens("e2", PAGE_VIEW, 10);
        outside.happens("e1", LOGIN, 1).happens("e2", PAGE_VIEW, 11);

        assertThat(inside.sentences()).containsExactly("matched a=e1 b=e2 at 10");
        assertThat(outside.sentences()).containsExactly("timed out a=e1 at 11");
    }

    @Test
    void anAbsenceIsKnownWhenTheTimeIsUp() {
        Customer customer = Customer.of(10, step("a", LOGIN), not("b", PAGE_VIEW));

        customer.happens("e1", LOGIN, 1);
        assertThat(customer.matches.deadline()).isEqualTo(11);
        customer.advance(10);
        assertThat(customer.sentences()).isEmpty();
        customer.advance(500);

        assertThat(customer.sentences()).containsExactly("matched a=e1 at 11");
        assertThat(customer.matches.deadline()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aMatchIsHeldBackWhileAnEarlierOneCanStillComeThatWouldSkipIt() {
        Customer customer = oneHeldBack(10);

        assertThat(customer.sentences()).isEmpty();
        assertThat(customer.matches.size()).isEqualTo(2);
        customer.advance(20);

        assertThat(customer.sentences()).containsExactly("timed out a=e1 at 11", "matched a=e2 b=e3 at 11");
    }

    @Test
    void aMatchThatIsHeldBackIsSkippedWhenTheEarlierOneComes() {
        Customer customer = oneHeldBack(10);

        customer.costs("e4", PAGE_VIEW, 4, 10);

        assertThat(customer.sentences()).containsExactly("matched a=e1 b=e4 at 4");
        assertThat(customer.matches.isEmpty()).isTrue();
    }

    private static Customer oneHeldBack(int mostPartialMatches) {
        Steps more = step("b", PAGE_VIEW)
                .when((event, amounts) ->
                        event.amountCents() > amounts.apply("a").get(0));
        Customer customer =
                new Customer(new Matcher(Customer.sequence(10, step("a", LOGIN), more), mostPartialMatches, null));
        return customer.costs("e1", LOGIN, 1, 9).costs("e2", LOGIN, 2, 1).costs("e3", PAGE_VIEW, 3, 5);
    }

    @Test
    void whatIsSkippedIsForTheRuleToSay() {
        Steps[] steps = {step("a", LOGIN), step("b", PAGE_VIEW)};
        Customer all =
                new Customer(new Matcher(Customer.sequence(new SkipStrategy(SkipStrategy.Way.NONE, ""), 10, steps)));
        Customer past = Customer.of(10, steps);

        all.happens("e1", LOGIN, 1).happens("e2", LOGIN, 2).happens("e3", PAGE_VIEW, 3);
        past.happens("e1", LOGIN, 1).happens("e2", LOGIN, 2).happens("e3", PAGE_VIEW, 3);

        assertThat(all.sentences()).containsExactly("matched a=e1 b=e3 at 3", "matched a=e2 b=e3 at 3");
        assertThat(past.sentences()).containsExactly("matched a=e1 b=e3 at 3");
    }

    @Test
    void aRuleThatIsBeingReplacedFinishesWhatItHasAndStartsNothing() {
        Customer customer = Customer.of(10, step("a", LOGIN), step("b", PAGE_VIEW));

        customer.happens("e1", LOGIN, 1);
        customer.starting = false;
        customer.happens("e2", LOGIN, 2).happens("e3", PAGE_VIEW, 3).happens("e4", PAGE_VIEW, 4);

        assertThat(customer.sentences()).containsExactly("matched a=e1 b=e3 at 3");
        assertThat(customer.matches.isEmpty()).isTrue();
    }

    @Test
    void onlyKindsAndNamesOfTheFirstStepsCanStartAMatch() {
        AskCondition named = new AskCondition("name is Cancel", Set.of("Cancel"), Set.of(), (event, amounts) -> true);
        Matcher matcher = new Matcher(Customer.sequence(
                10, step("a", LOGIN).optional(), step("b", PAGE_VIEW).when(named), step("c", FEATURE_USED)));

        assertThat(matcher.startKinds()).containsExactlyInAnyOrder(LOGIN, PAGE_VIEW);
        assertThat(matcher.canStart(Events.event("e", LOGIN, 1))).isTrue();
        assertThat(matcher.canStart(Events.event("e", PAGE_VIEW, "Cancel", 1, Map.of())))
                .isTrue();
        assertThat(matcher.canStart(Events.event("e", PAGE_VIEW, "Home", 1, Map.of())))
                .isFalse();
        assertThat(matcher.canStart(Events.event("e", FEATURE_USED, 1))).isFalse();
    }

    @Test
    void anEventConcernsPartialMatchesThatWaitForItsKindOrForTheVeryNextEvent() {
        Customer relaxed = Customer.of(10, step("a", LOGIN), step("b", PAGE_VIEW));
        Customer strict = Customer.of(10, step("a", LOGIN), step("b", PAGE_VIEW).next());

        relaxed.happens("e1", LOGIN, 1);
        strict.happens("e1", LOGIN, 1);

        assertThat(relaxed.matcher.concerns(relaxed.matches, Events.event("e2", PAGE_VIEW, 2)))
                .isTrue();
        assertThat(relaxed.matcher.concerns(relaxed.matches, Events.event("e2", ACTION, 2)))
                .isFalse();
        assertThat(relaxed.matcher.concerns(new PartialMatches(), Events.event("e2", PAGE_VIEW, 2)))
                .isFalse();
        assertThat(strict.matcher.concerns(strict.matches, Events.event("e2", ACTION, 2)))
                .isTrue();
    }

    @Test
    void theOldestPartialMatchesAreDroppedWhereThereAreTooMany() {
        Customer customer =
                new Customer(new Matcher(Customer.sequence(0, step("a", LOGIN), step("b", PAGE_VIEW)), 3, null));

        for (int i = 1; i <= 5; i++) {
            customer.happens("e" + i, LOGIN, i);
        }
        assertThat(customer.matches.size()).isEqualTo(3);
        customer.happens("e6", PAGE_VIEW, 6);

        assertThat(customer.sentences()).containsExactly("dropped 1", "dropped 1", "matched a=e3 b=e6 at 6");
    }

    @Test
    void theOldestPartialMatchesAreDroppedWhereTheyKeepTooManyEvents() {
        Customer customer = new Customer(new Matcher(
                Customer.sequence(0, step("a", LOGIN), step("b", PAGE_VIEW).times(4), step("c", ACTION)), 4, null));

        customer.happens("e1", LOGIN, 1).happens("e2", PAGE_VIEW, 2).happens("e3", PAGE_VIEW, 3);
        customer.happens("e4", LOGIN, 4).happens("e5", PAGE_VIEW, 5);

        assertThat(customer.sentences()).containsExactly("dropped 1");
        assertThat(customer.matches.size()).isEqualTo(1);
    }

    @Test
    void aWholeMatchIsSetFreeWhenWhatHeldItBackIsDropped() {
        Customer customer = oneHeldBack(3).costs("e4", LOGIN, 4, 1);

        assertThat(customer.sentences()).containsExactly("dropped 1", "matched a=e2 b=e3 at 4");
    }

    @Test
    void nothingIsLeftAfterClearing() {
        Customer customer = Customer.of(10, step("a", LOGIN), step("b", PAGE_VIEW));

        customer.happens("e1", LOGIN, 1);
        customer.matches.clear();
        customer.happens("e2", PAGE_VIEW, 2).advance(100);

        assertThat(customer.sentences()).isEmpty();
        assertThat(customer.matches.isEmpty()).isTrue();
    }
}
