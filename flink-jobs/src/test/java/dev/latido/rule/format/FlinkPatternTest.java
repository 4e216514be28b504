package dev.latido.rule.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.latido.event.CustomerEvent;
import dev.latido.rule.Contiguity;
import dev.latido.rule.Sequence;
import dev.latido.rule.Step;
import dev.latido.rule.engine.Matcher;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether Flink CEP takes every sequence that can be read. */
class FlinkPatternTest {

    private static final String HEAD = "id: r\nversion: 1\ntitle: t\nmessage: m\nseverity: urgent\nsteps:\n";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverCanBeReadIsAPatternOfFlink(long seed) {
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 2_000; i++) {
            String rule = rule(random);
            Optional<Sequence> sequence = read(rule);
            if (sequence.isPresent()) {
                read++;
                assertThatNoException().as(rule).isThrownBy(() -> {
                    NFACompiler.compileFactory(pattern(sequence.get()), true);
                    new Matcher(sequence.get());
                });
            }
        }
        assertThat(read).isBetween(300, 1_700);
    }

    /** Steps that end at an event, behind steps that must not come: what the compiler finds hardest. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void whatCanBeReadOfEndingRepetitionsBehindNotsIsAPatternOfFlink(long seed) {
        Random random = new Random(seed);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            String rule = endingRepetitions(random);
            Optional<Sequence> sequence = read(rule);
            if (sequence.isPresent()) {
                read++;
                assertThatNoException().as(rule).isThrownBy(() -> new Matcher(sequence.get()));
            } else {
                refused++;
            }
        }

        assertThat(read).isGreaterThan(200);
        assertThat(refused).isGreaterThan(100);
    }

    private static String endingRepetitions(Random random) {
        StringBuilder rule = new StringBuilder(HEAD).append("  - step: first\n    kind: LOGIN\n");
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            if (random.nextInt(3) > 0) {
                rule.append("  - not: n").append(i).append("\n    kind: LOGIN\n");
                line(rule, random, 3, "contiguity", "next");
            }
            rule.append("  - step: s").append(i).append("\n    kind: LOGIN\n    times: ");
            rule.append(random.nextBoolean() ? "one or more" : "2 or more").append('\n');
            rule.append("    until: event.amount > 5\n");
            line(rule, random, 2, "contiguity", "next", "followed by any");
            line(rule, random, 3, "inner", "next");
            line(rule, random, 2, "greedy", "true");
            line(rule, random, 2, "optional", "true");
        }
        return rule + (random.nextBoolean() ? "  - step: last\n    kind: LOGIN\n" : "") + "within: 1 day\n";
    }

    private static Optional<Sequence> read(String rule) {
        try {
            return Optional.of(RuleLoader.load("r.yaml", rule).sequence());
        } catch (RuleException e) {
            return Optional.empty();
        }
    }

    /** Of up to four steps; about every second one can be read. */
    static String rule(Random random) {
        StringBuilder rule = new StringBuilder(HEAD);
        int steps = 1 + random.nextInt(4);
        for (int i = 0; i < steps; i++) {
            boolean not = random.nextInt(3) == 0;
            rule.append(not ? "  - not: s" : "  - step: s").append(i).append("\n    kind: LOGIN\n");
            line(rule, random, i == 0 ? 20 : 2, "contiguity", "next", "followed by", "followed by any");
            line(rule, random, not ? 20 : 2, "times", "1", "2", "2..4", "one or more", "3 or more");
            line(rule, random, not ? 20 : 6, "inner", "next", "followed by", "followed by any");
            line(rule, random, not ? 20 : 5, "greedy", "true", "false");
            line(rule, random, not ? 20 : 5, "optional", "true", "false");
            line(rule, random, not ? 20 : 8, "until", "event.amount > 5");
        }
        return rule + (random.nextInt(6) == 0 ? "" : "within: 1 day\n");
    }

    private static void line(StringBuilder rule, Random random, int oneIn, String key, String... values) {
        if (random.nextInt(oneIn) == 0) {
            rule.append("    ")
                    .append(key)
                    .append(": ")
                    .append(values[random.nextInt(values.length)])
                    .append('\n');
        }
    }

    private static Pattern<CustomerEvent, ?> pattern(Sequence sequence) {
        Step first = sequence.steps().get(0);
        Pattern<CustomerEvent, CustomerEvent> pattern = quantified(Pattern.begin(first.name()), first);
        for (Step step : sequence.steps().subList(1, sequence.steps().size())) {
            pattern = quantified(appended(pattern, step), step);
        }
        return sequence.withinMillis() == 0 ? pattern : pattern.within(Duration.ofMillis(sequence.withinMillis()));
    }

    private static Pattern<CustomerEvent, CustomerEvent> appended(
            Pattern<CustomerEvent, CustomerEvent> pattern, Step step) {
        if (step.negated()) {
            return step.contiguity() == Contiguity.NEXT
                    ? pattern.notNext(step.name())
                    : pattern.notFollowedBy(step.name());
        }
        return switch (step.contiguity()) {
            case NEXT -> pattern.next(step.name());
            case FOLLOWED_BY -> pattern.followedBy(step.name());
            case FOLLOWED_BY_ANY -> pattern.followedByAny(step.name());
        };
    }

    private static Pattern<CustomerEvent, CustomerEvent> quantified(
            Pattern<CustomerEvent, CustomerEvent> pattern, Step step) {
        Pattern<CustomerEvent, CustomerEvent> result = pattern.where(SimpleCondition.of(event -> true));
        if (!step.times().isOnce()) {
            result = step.times().isUnbounded()
                    ? result.timesOrMore(step.times().least())
                    : result.times(step.times().least(), step.times().most());
            if (step.inner() != Contiguity.FOLLOWED_BY) {
                result = step.inner() == Contiguity.NEXT ? result.consecutive() : result.allowCombinations();
            }
        }
        result = step.greedy() ? result.greedy() : result;
        result = step.optional() ? result.optional() : result;
        return step.until().isPresent() ? result.until(SimpleCondition.of(event -> true)) : result;
    }
}
