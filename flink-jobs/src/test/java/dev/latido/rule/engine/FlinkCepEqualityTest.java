package dev.latido.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latido.event.CustomerEvent;
import dev.latido.rule.Sequence;
import dev.latido.rule.SkipStrategy;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.pattern.MalformedPatternException;
import org.apache.flink.cep.pattern.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The matcher finds what Flink CEP finds. {@code -Dlatido.rules.seeds=1000} makes the test long. */
class FlinkCepEqualityTest {

    private static final int SEEDS = Integer.getInteger("latido.rules.seeds", 1);
    private static final int SEQUENCES = 150;

    static Stream<Example> examples() {
        return Stream.of(
                        Examples.contiguities(),
                        Examples.times(),
                        Examples.loops(),
                        Examples.optionals(),
                        Examples.negations(),
                        Examples.iterative())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void sequencesWrittenTwiceFindTheSame(Example example) throws Exception {
        int found = 0;
        List<SkipStrategy> skips = Example.skips(example.steps());
        for (int run = 0; run < SEEDS * skips.size(); run++) {
            SkipStrategy skip = skips.get(run % skips.size());
            long within = example.within(run);
            found += new Comparison(example.sequence(skip, within), example.pattern(skip, within))
                    .run(random(run + example.name()));
        }
        assertThat(found).as("matches").isPositive();
    }

    @Test
    void randomSequencesFindTheSameOrAreRefusedByBoth() throws Exception {
        Random random = random("sequences");
        int matches = 0;
        int refused = 0;
        for (int i = 0; i < SEQUENCES * SEEDS; i++) {
            Sequence sequence = new RandomSequences(random).next();
            Optional<Pattern<CustomerEvent, CustomerEvent>> pattern = stock(sequence);
            if (pattern.isPresent()) {
                matches += new Comparison(sequence, pattern.get()).run(random);
            } else {
                refused++;
                assertThatIllegalArgumentException().isThrownBy(() -> new Matcher(sequence));
            }
        }
        assertThat(matches).as("matches").isGreaterThan(10 * SEQUENCES);
        assertThat(refused).as("refused").isBetween(1, SEQUENCES * SEEDS / 2);
    }

    private static Optional<Pattern<CustomerEvent, CustomerEvent>> stock(Sequence sequence) {
        try {
            Pattern<CustomerEvent, CustomerEvent> pattern =
                    SequencePattern.of(sequence, number -> StockCondition.question(sequence.steps(), number));
            boolean leadsNowhere = NFACompiler.compileFactory(pattern, true).createNFA().getStates().stream()
                    .flatMap(state -> state.getStateTransitions().stream())
                    .anyMatch(transition -> transition.getTargetState() == null);
            return leadsNowhere ? Optional.empty() : Optional.of(pattern);
        } catch (MalformedPatternException | UnsupportedOperationException | NullPointerException e) {
            return Optional.empty(); // the compiler crashes, where it does not refuse
        }
    }

    /** Seeds that differ little would give streams that differ little. */
    private static Random random(String name) {
        return new Random(name.hashCode() * 0x9E3779B97F4A7C15L);
    }
}
