package dev.latido.rule.engine;

import static dev.latido.event.Kind.ACTION;
import static dev.latido.event.Kind.LOGIN;
import static dev.latido.event.Kind.NPS;
import static dev.latido.event.Kind.PAGE_VIEW;
import static dev.latido.rule.engine.Steps.step;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.rule.CustomerField;
import dev.latido.rule.KeptEvent;
import dev.latido.rule.Match;
import dev.latido.rule.MatchListener;
import dev.latido.rule.Occurrence;
import dev.latido.rule.SkipStrategy;
import dev.latido.testing.Events;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartialMatchesTest {

    private static final SkipStrategy ALL = new SkipStrategy(SkipStrategy.Way.NONE, "");

    @Test
    void nothingTakesOneByte() {
        assertThat(Customer.of(10, step("a", LOGIN)).written()).hasSize(1);
    }

    @Test
    void whatIsReadIsWrittenAgainToTheSameBytes() {
        Customer customer = inMidMatch();

        byte[] bytes = customer.written();
        customer.matches = Customer.read(bytes, customer.matcher);

        assertThat(customer.written()).isEqualTo(bytes);
        assertThat(customer.matches.deadline()).isEqualTo(51);
        assertThat(customer.matches.size()).isGreaterThan(3);
    }

    @Test
    void anEventIsWrittenOnceHoweverManyPartialMatchesHaveTakenIt() {
        byte[] bytes = inMidMatch().written();

        String text = new String(bytes, ISO_8859_1);
        assertThat(text).containsOnlyOnce("login-1").containsOnlyOnce("view-2").containsOnlyOnce("view-3");
    }

    private static Customer inMidMatch() {
        Customer customer = new Customer(new Matcher(Customer.sequence(
                ALL, 50, step("a", LOGIN), step("b", PAGE_VIEW).any().orMore(1).innerAny(), step("c", ACTION))));
        customer.happens("login-1", LOGIN, 1).happens("view-2", PAGE_VIEW, "Ünïcode 漢", 2, Map.of("plan", "pro"));
        return customer.happens("view-3", PAGE_VIEW, 3).happens("view-4", PAGE_VIEW, 3);
    }

    @Test
    void aVersionOfTheSameShapeGoesOnWithThem() {
        Customer before = Customer.of(10, step("a", LOGIN), step("b", PAGE_VIEW));
        Customer after = Customer.of(100, step("a", NPS), step("b", ACTION).when((event, amounts) -> true));
        before.happens("e1", LOGIN, 1);

        after.matches = Customer.read(before.written(), after.matcher);
        assertThat(after.matches.deadline()).isEqualTo(101);
        after.happens("e2", PAGE_VIEW, 50).happens("e3", ACTION, 60);

        assertThat(after.sentences()).containsExactly("matched a=e1 b=e3 at 60");
    }

    @Test
    void aVersionOfTheSameShapeTakesThemOverAsTheyAre() {
        Customer before = Customer.of(100, step("a", LOGIN), step("b", PAGE_VIEW));
        Customer after = Customer.of(10, step("a", LOGIN), step("b", ACTION));
        before.happens("e1", LOGIN, 1);

        after.matches = before.matches;
        after.matcher.adopt(after.matches);
        after.happens("e2", ACTION, 60);

        assertThat(after.sentences()).containsExactly("timed out a=e1 at 11");
    }

    @Test
    void aSequenceOfAnotherShapeRefusesThem() {
        Customer before = Customer.of(10, step("a", LOGIN), step("b", PAGE_VIEW));
        Matcher after = new Matcher(
                Customer.sequence(10, step("a", LOGIN), step("b", PAGE_VIEW).times(2)));
        before.happens("e1", LOGIN, 1);

        assertThatIllegalStateException()
                .isThrownBy(() -> Customer.read(before.written(), after))
                .withMessageContaining("another shape");
    }

    @Test
    void damagedStateIsRefusedWithAReasonAndNeverMisread() {
        Customer customer = inMidMatch();
        byte[] bytes = customer.written();

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Customer.read(cut, customer.matcher))
                    .as("%s bytes", length)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void anEventIsKeptWithTheAttributesAndFactsThatTheRuleReads() {
        AskCondition reading = new AskCondition(
                "customer.score < 50",
                Set.of(),
                Set.of(CustomerField.SCORE, CustomerField.SIGNALS, CustomerField.PLAN),
                (event, amounts) -> true);
        Matcher matcher = new Matcher(Customer.sequence(0, step("a", LOGIN).when(reading), step("b", LOGIN)));
        Map<String, String> attributes = Map.of("plan", "p".repeat(2_000), "other", "x");
        Facts facts = new Facts(Map.of(
                CustomerField.SCORE,
                41.5,
                CustomerField.SIGNALS,
                List.of("inactivity", "low-logins"),
                CustomerField.BAND,
                "x"));
        List<Match> found = new ArrayList<>();
        PartialMatches matches = new PartialMatches();

        matcher.apply(matches, new Occurrence(Events.event("e1", LOGIN, "n", 1, attributes), 7, facts), keep(found));
        matcher.apply(matches, new Occurrence(Events.event("e2", LOGIN, "n", 2, attributes), 8, facts), keep(found));

        KeptEvent first = found.get(0).of("a").get(0);
        assertThat(first)
                .isEqualTo(new KeptEvent(
                        "e1",
                        LOGIN,
                        "n",
                        "ada",
                        1,
                        7,
                        0,
                        Map.of("plan", "p".repeat(1_024)),
                        Map.of("score", "41.5", "signals", "inactivity, low-logins")));
        assertThat(found.get(0).of("b").get(0).facts()).isEmpty();
    }

    private static MatchListener keep(List<Match> found) {
        return new MatchListener() {
            @Override
            public void matched(Match match, long at) {
                found.add(match);
            }

            @Override
            public void timedOut(Match partial, long at) {}

            @Override
            public void dropped(int count) {}
        };
    }
}
