package dev.latido.rule.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.latido.rule.Match;
import dev.latido.rule.Occurrence;
import dev.latido.rule.expression.direct.TestReader;
import dev.latido.rule.expression.direct.Truth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether simple conditions mean in plain Java what they mean in CEL. */
class DirectTest {

    private static final List<String> STEPS = List.of("failed", "later");
    private static final Scope SCOPE = Scope.ofCondition(STEPS);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void simpleConditionsMeanWhatTheyMeanInCel(long seed) {
        RandomConditions conditions = new RandomConditions(seed);
        RandomOccurrences occurrences = new RandomOccurrences(seed);
        Map<Truth, Integer> seen = new EnumMap<>(Truth.class);
        for (int i = 0; i < 120; i++) {
            String text = conditions.next(3);
            CelAbstractSyntaxTree checked = SCOPE.checked(text);
            var direct = new TestReader(checked, STEPS, part -> fail(text)).read(checked.getExpr());
            var cel = CelCondition.byCel(checked, checked.getExpr());
            for (int j = 0; j < 60; j++) {
                Occurrence now = occurrences.next();
                Match soFar = occurrences.soFar();
                Truth truth = cel.of(now, soFar);
                seen.merge(truth, 1, Integer::sum);
                assertThat(direct.of(now, soFar))
                        .as("%s of %s, %s", text, now, soFar)
                        .isEqualTo(truth);
            }
        }
        assertThat(seen.values()).hasSize(3).allMatch(count -> count > 200);
    }

    /** Every leaf of these conditions is to be simple. */
    private static dev.latido.rule.expression.direct.Test fail(String text) {
        throw new AssertionError("not simple: " + text);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 34})
    void anEventWithoutOneOfTheNamesNeverHolds(long seed) {
        RandomConditions conditions = new RandomConditions(seed);
        RandomOccurrences occurrences = new RandomOccurrences(seed);
        int restricted = 0;
        for (int i = 0; i < 200; i++) {
            CelCondition condition = SCOPE.condition("event.name in ['a', 'Cancel'] && " + conditions.next(2)
                    + (i % 2 == 0 ? "" : " || event.name == 'pro' && " + conditions.next(1)));
            Set<String> names = condition.names();
            restricted += names.isEmpty() ? 0 : 1;
            for (int j = 0; j < 200; j++) {
                Occurrence now = occurrences.next();
                Match soFar = occurrences.soFar();
                if (condition.holds(now, soFar)) {
                    assertThat(names.isEmpty() || names.contains(now.event().name()))
                            .as(condition.text())
                            .isTrue();
                }
            }
        }
        assertThat(restricted).isEqualTo(200);
    }

    @Test
    void aPartThatIsNotSimpleIsCelsAndTheRestStaysDirect() {
        CelCondition condition = SCOPE.condition("event.amount >= 0 && failed.events.exists(e, e.amount > 10)");
        RandomOccurrences occurrences = new RandomOccurrences(7);
        CelAbstractSyntaxTree checked = SCOPE.checked(condition.text());
        var cel = CelCondition.byCel(checked, checked.getExpr());

        for (int i = 0; i < 1_000; i++) {
            Occurrence now = occurrences.next();
            Match soFar = occurrences.soFar();
            assertThat(condition.holds(now, soFar)).isEqualTo(cel.of(now, soFar) == Truth.TRUE);
        }
    }
}
