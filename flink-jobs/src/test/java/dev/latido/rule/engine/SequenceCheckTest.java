package dev.latido.rule.engine;

import static dev.latido.event.Kind.ACTION;
import static dev.latido.event.Kind.LOGIN;
import static dev.latido.event.Kind.PAGE_VIEW;
import static dev.latido.rule.engine.Steps.not;
import static dev.latido.rule.engine.Steps.step;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latido.rule.Sequence;
import dev.latido.rule.SkipStrategy;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SequenceCheckTest {

    private static final Ask ANY = (event, amounts) -> true;

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("the first step must not be negated", 10, new Steps[] {not("n", LOGIN), step("a", LOGIN)}),
                arguments("two steps are named 'a'", 10, new Steps[] {step("a", LOGIN), step("a", LOGIN)}),
                arguments("'a b' cannot be the name of a step", 10, new Steps[] {step("a b", LOGIN)}),
                arguments("step 'n' is negated and comes last, which needs 'within'", 0, new Steps[] {
                    step("a", LOGIN), not("n", ACTION)
                }),
                arguments("step 'n' is negated and cannot come directly after an optional step", 10, new Steps[] {
                    step("a", LOGIN), step("b", PAGE_VIEW).optional(), not("n", ACTION)
                }),
                arguments("step 'n' is negated and cannot be 'followed by any'", 10, new Steps[] {
                    step("a", LOGIN), not("n", ACTION).any(), step("b", PAGE_VIEW)
                }),
                arguments("step 'n' is negated and can have no 'times'", 10, new Steps[] {
                    step("a", LOGIN), not("n", ACTION).times(2), step("b", PAGE_VIEW)
                }),
                arguments("step 'b' is optional and cannot come directly after a greedy step", 10, new Steps[] {
                    step("a", LOGIN).orMore(1).greedy(), step("b", PAGE_VIEW).optional()
                }),
                arguments("step 'a' cannot be 'greedy': it is matched once", 10, new Steps[] {
                    step("a", LOGIN).greedy()
                }),
                arguments("step 'a' cannot be 'greedy' with 'inner: followed by any'", 10, new Steps[] {
                    step("a", LOGIN).orMore(1).innerAny().greedy()
                }),
                arguments("step 'a' cannot have 'until'", 10, new Steps[] {
                    step("a", LOGIN).times(2).until(ANY)
                }),
                arguments("step 'a' cannot have 'inner'", 10, new Steps[] {
                    step("a", LOGIN).innerNext()
                }));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeIsRefusedInTheWordsOfARule(String sentence, long within, Steps[] steps) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Matcher(Customer.sequence(within, steps)))
                .withMessageContaining(sentence);
    }

    @Test
    void aSkipToAStepThatMatchesNothingIsRefused() {
        SkipStrategy skip = new SkipStrategy(SkipStrategy.Way.TO_FIRST, "n");
        Sequence sequence = Customer.sequence(skip, 10, step("a", LOGIN), not("n", ACTION), step("b", PAGE_VIEW));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Matcher(sequence))
                .withMessageContaining("'skip' names step 'n'");
    }
}
