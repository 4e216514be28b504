package dev.latido.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.latido.backtest.RuleChange.Kind;
import dev.latido.rule.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final BacktestReport before = told().rule("kept")
            .rule("old")
            .rule("stricter", 1, Mode.LIVE)
            .rule("reworded", 1, Mode.LIVE)
            .fires("kept", "a", 5)
            .fires("old", "a", 5)
            .fires("stricter", "a", 25, 25, 26)
            .fires("stricter", "b", 10)
            .report(10);

    private final BacktestReport after = told().rule("stricter", 2, Mode.LIVE)
            .rule("new")
            .rule("kept")
            .rule("reworded", 2, Mode.LIVE)
            .fires("kept", "a", 5)
            .fires("new", "b", 7)
            .fires("stricter", "a", 25, 28)
            .report(10);

    private static Told told() {
        return new Told(100).customers("a", "b").leaves("a", 30);
    }

    @Test
    void rulesAreAddedRemovedChangedOrTheSame() {
        assertThat(Comparison.of(before, after).rules())
                .extracting(RuleChange::ruleId, RuleChange::kind)
                .containsExactly(
                        tuple("stricter", Kind.CHANGED),
                        tuple("new", Kind.ADDED),
                        tuple("kept", Kind.SAME),
                        tuple("reworded", Kind.CHANGED),
                        tuple("old", Kind.REMOVED));
        assertThat(Comparison.of(before, after).changed())
                .extracting(RuleChange::ruleId)
                .doesNotContain("kept");
    }

    @Test
    void alertsAreGainedAndLostByCustomerAndInstantAndAsOften() {
        RuleChange stricter = Comparison.of(before, after).rules().get(0);

        assertThat(stricter.gained()).extracting(alert -> alert.firing().at()).containsExactly(Told.day(28));
        assertThat(stricter.lost())
                .extracting(
                        alert -> alert.firing().customerId(),
                        alert -> alert.firing().at())
                .containsExactly(tuple("b", Told.day(10)), tuple("a", Told.day(25)), tuple("a", Told.day(26)));
    }

    @Test
    void aRemovedRuleLosesAllItsAlerts() {
        List<RuleChange> rules = Comparison.of(before, after).rules();

        assertThat(rules.get(4).lost()).hasSize(1);
        assertThat(rules.get(4).after()).isEmpty();
        assertThat(rules.get(1).gained()).hasSize(1);
    }

    @Test
    void onlyReportsOverTheSameDataCompare() {
        BacktestReport other =
                new Told(99).customers("a", "b").leaves("a", 30).rule("kept").report(10);

        assertThatThrownBy(() -> Comparison.of(before, other))
                .hasMessage("two reports can be compared only over the same data");
        assertThatThrownBy(() -> Comparison.of(before, told().report(11)))
                .hasMessage("two reports can be compared only over the same data");
    }
}
