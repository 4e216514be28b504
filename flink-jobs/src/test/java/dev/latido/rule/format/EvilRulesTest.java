package dev.latido.rule.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.rule.Condition;
import dev.latido.rule.CustomerFacts;
import dev.latido.rule.CustomerField;
import dev.latido.rule.KeptEvent;
import dev.latido.rule.Match;
import dev.latido.rule.Match.MatchedStep;
import dev.latido.rule.Occurrence;
import dev.latido.rule.expression.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that mean harm are refused, or stay within their limits. */
class EvilRulesTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    /** The first expression loads the compiler's classes. */
    @BeforeAll
    static void warmUp() {
        condition("event.name == 'x'");
    }

    @Test
    void aHugeRuleIsRefusedUnread() {
        String rule = Rules.SHORT + "# " + "x".repeat(1_000_000);

        assertTimeout(SOON, () -> assertRefused(rule, "r.yaml: a rule is at most 64 KiB"));
    }

    @Test
    void listsThatMultiplyThemselvesAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }

        assertTimeout(SOON, () -> assertRefused(bomb.toString(), "r.yaml: not YAML: Number of aliases"));
    }

    @Test
    void aListWithinItselfIsRefused() {
        assertRefused(
                Rules.SHORT.replace("kind: CANCELLATION_SCHEDULED", "kind: &loop [LOGIN, *loop]"),
                "r.yaml, line 8, column 11: expected a text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(a*)*b", "(.*a){12}$"})
    void aRegularExpressionThatWouldBackTrackIsFast(String regex) {
        Condition condition = condition("event.name.matches('" + regex + "')");
        Occurrence now = event("a".repeat(100_000) + "!");

        assertTimeout(SOON, () -> assertThat(condition.holds(now, nothing())).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "views.events.all(a, views.events.all(b, views.events.all(c, a.amount <= b.amount + c.amount + 1)))",
                "views.events.exists(a, views.events.exists(b, a.amount + b.amount < 0))",
                "views.events.map(a, views.events.map(b, b.amount).size()).size() > 0",
            })
    void nestedListsAreGivenUpAfterTenThousandTurns(String text) {
        Condition condition = condition(text);
        KeptEvent kept = new KeptEvent("e", Kind.LOGIN, "", "u", 0, 0, 1, Map.of(), Map.of());
        Match many = new Match(List.of(new MatchedStep("views", Collections.nCopies(5_000, kept))));

        assertTimeout(SOON, () -> assertThat(condition.holds(event("x"), many)).isFalse());
    }

    @Test
    void aTextThatDoublesItselfIsGivenUp() {
        Condition condition = condition("[event.name]" + ".map(x, x + x)".repeat(36) + ".size() > 0");

        assertTimeout(
                SOON, () -> assertThat(condition.holds(event("abc"), nothing())).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[event.name]].size() > 0",
                "[event.name].map(x, [x, x]).size() > 0",
                "dyn(event.name) == 5",
                "[b'x'].map(x, x + x).size() > 0",
                "size(bytes(event.name)) > 0",
                "event.name.matches(event.user)",
                "event.name.matches('((a{100}){100}){100}')",
                "views.events.exists(event, event.name == '')",
                "latido.event{name: 'x'}.name == 'x'",
            })
    void whatCouldGrowOrHideIsRefused(String text) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> condition(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{", "f(", "!(", "a.b(", "[1].all(x, ", "x[", "-(", "true ? "})
    void endlessNestingIsRefused(String opening) {
        String text = opening.repeat(1_900 / opening.length());

        assertTimeout(SOON, () -> assertRefused(Rules.SHORT + "    when: |\n      " + text + "\n", "r.yaml, line "));
    }

    @Test
    void anEndlessExpressionIsRefused() {
        assertRefused(
                Rules.SHORT + "    when: " + "true && ".repeat(1_000) + "true\n",
                "r.yaml, line 9, column 11: an expression has at most 2000 characters, this has 8004");
    }

    private static Condition condition(String text) {
        return Scope.ofCondition(List.of("views")).condition(text);
    }

    private static Match nothing() {
        return new Match(List.of());
    }

    private static Occurrence event(String name) {
        var event = new CustomerEvent("e", "t", "c", "u", Kind.ACTION, name, Instant.EPOCH, 0, Map.of());
        return new Occurrence(event, 0, new Unknown());
    }

    private static void assertRefused(String rule, String message) {
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> RuleLoader.load("r.yaml", rule))
                .withMessageStartingWith(message);
    }

    /** A customer of whom nothing is known. */
    private record Unknown() implements CustomerFacts {
        @Override
        public @Nullable Object value(CustomerField field) {
            return null;
        }

        @Override
        public long daysUsed(String feature, long firstDaysAgo, long lastDaysAgo) {
            return 0;
        }
    }
}
