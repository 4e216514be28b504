package dev.latido.rule.engine;

import static dev.latido.event.Kind.ACTION;
import static dev.latido.event.Kind.LOGIN;
import static dev.latido.event.Kind.NPS;
import static dev.latido.event.Kind.PAGE_VIEW;
import static dev.latido.rule.engine.Steps.not;
import static dev.latido.rule.engine.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.Kind;
import dev.latido.rule.Sequence;
import dev.latido.rule.SkipStrategy;
import dev.latido.rule.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AutomatonTest {

    @ParameterizedTest
    @MethodSource("dev.latido.rule.engine.FlinkCepEqualityTest#examples")
    void statesDependOnTheShapeOnly(Example example) {
        Sequence sequence = example.sequence(SkipStrategy.PAST_LAST_EVENT, 10);
        List<Step> others =
                sequence.steps().stream().map(AutomatonTest::otherwise).toList();
        Sequence other = new Sequence(others, sequence.skip(), 77, Optional.empty());

        assertThat(other.hasSameShape(sequence)).isTrue();
        assertThat(CompiledPattern.automaton(other)).isEqualTo(CompiledPattern.automaton(sequence));
    }

    /** The step with another kind and another condition. */
    private static Step otherwise(Step step) {
        return new Step(
                step.name(),
                step.negated(),
                Set.of(Kind.REFUNDED),
                Optional.of(new AskCondition("other", (event, amounts) -> false)),
                step.contiguity(),
                step.times(),
                step.inner(),
                step.optional(),
                step.greedy(),
                step.until().map(until -> new AskCondition("other", (event, amounts) -> false)));
    }

    @Test
    void theFingerprintTellsShapesApart() {
        Map<Integer, Automaton> seen = new HashMap<>();
        FlinkCepEqualityTest.examples().forEach(example -> {
            Automaton automaton = CompiledPattern.automaton(example.sequence(SkipStrategy.PAST_LAST_EVENT, 10));
            Automaton same = seen.putIfAbsent(automaton.fingerprint(), automaton);
            assertThat(same == null || same.equals(automaton))
                    .as(example.name())
                    .isTrue();
        });
    }

    /** State refers to states by number: a Flink that numbers them otherwise cannot read it. */
    @Test
    void fingerprintsStayAsTheyWereWritten() {
        assertThat(Stream.of(
                                sequence(step("a", LOGIN)),
                                sequence(step("a", LOGIN), step("b", PAGE_VIEW)),
                                sequence(
                                        step("a", LOGIN).orMore(3).greedy(),
                                        not("n", NPS),
                                        step("b", PAGE_VIEW).any()),
                                sequence(
                                        step("a", LOGIN),
                                        step("b", PAGE_VIEW).times(2, 4).optional(),
                                        step("c", ACTION)),
                                sequence(step("a", LOGIN), not("n", ACTION)))
                        .map(sequence -> CompiledPattern.automaton(sequence).fingerprint()))
                .containsExactly(38069, 29623, 60379, 43664, 5467);
    }

    private static Sequence sequence(Steps... steps) {
        return Customer.sequence(10, steps);
    }
}
