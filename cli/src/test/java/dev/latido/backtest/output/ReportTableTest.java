package dev.latido.backtest.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.backtest.BacktestReport;
import dev.latido.backtest.Comparison;
import dev.latido.backtest.Counterpart;
import dev.latido.backtest.Sample;
import dev.latido.backtest.Told;
import dev.latido.rule.Mode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTableTest {

    private static Told told() {
        return new Told(100)
                .customers("a", "b", "c", "d")
                .leaves("a", 30)
                .leaves("b", 50)
                .rule("payment-failed")
                .rule("quiet", 1, Mode.SHADOW)
                .fires("payment-failed", "a", 25, 28, 35)
                .fires("payment-failed", "b", 10, 46)
                .fires("payment-failed", "c", 60)
                .fires("payment-failed", "d", 95);
    }

    @Test
    void aRuleIsALine() {
        assertThat(ReportTable.lines(told().report(10)).subList(0, 6))
                .containsExactly(
                        "4 customers, 2025-01-01 to 2025-04-11 (100 days), 2 rules",
                        "2 customers left; an alert is right when its customer leaves within 10 days after it",
                        "",
                        "RULE            ALERTS  CUST  /WEEK  /100   PRECISION  BASE  LIFT         RECALL  LEAD  OPEN",
                        "payment-failed       7     4   0.49  17.5  33% (6-79)  8.3%  4.0x  100% (34-100)   4.5     1",
                        "quiet (shadow)       0     0   0.00  0.00           -     -     -      0% (0-66)     -     0");
    }

    @Test
    void bandsAndModelsStandBelowTheRules() {
        BacktestReport report = told().counterpart("band:critical", Counterpart.Kind.HEALTH)
                .counterpart("churn-risk", Counterpart.Kind.MODEL)
                .fires("churn-risk", "a", 25)
                .report(10);

        assertThat(ReportTable.lines(report).subList(5, 9))
                .containsExactly(
                        "quiet (shadow)       0     0   0.00  0.00              -     -     -      0% (0-66)     -     0",
                        "all live rules       7     4   0.49  17.5     33% (6-79)  8.3%  4.0x  100% (34-100)   4.5     1",
                        "band:critical        0     0   0.00  0.00              -     -     -      0% (0-66)     -     0",
                        "churn-risk           1     1   0.07  2.50  100% (21-100)   25%  4.0x     50% (9-91)   5.0     0");
    }

    @Test
    void doubtsAreSpokenOut() {
        assertThat(ReportTable.lines(told().leaves("stranger", 3).report(60)))
                .contains(
                        "Only alerts up to 2025-02-10 are judged, because the horizon is long for this data; a shorter"
                                + " --horizon judges more.",
                        "1 customer in the truth file of whom the data has no event; left out.",
                        "1 alert named customers who had left already; that counts as wrong.");
        assertThat(ReportTable.lines(told().report(100)))
                .contains(
                        "The data is not longer than the horizon, so no alert can be judged; try a shorter --horizon.");
    }

    @Test
    void withoutTruthOnlyLoadIsShown() {
        assertThat(ReportTable.lines(told().reportWithoutTruth()))
                .contains("RULE            ALERTS  CUST  /WEEK  /100")
                .contains("No truth was given, so nothing is said about whether the alerts were right.");
    }

    @Test
    void everyLineFitsTheTerminalInPlainAscii() {
        BacktestReport before = withLongName(1).report(60);
        BacktestReport after = withLongName(2).report(60);
        List<String> lines = new ArrayList<>(ReportTable.lines(before));
        lines.addAll(ReportTable.lines(Sample.report(1)));
        lines.addAll(ComparisonTable.lines(Comparison.of(before, after)));
        lines.addAll(ComparisonTable.lines(Comparison.of(Sample.report(1), Sample.report(2))));

        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(120).matches("[ -~]*"));
    }

    private static Told withLongName(int version) {
        return told().rule("a-name-as-long-as-one-may-be-".repeat(2) + "\u001b\u00e4", version, Mode.LIVE);
    }

    @Test
    void aComparisonShowsWhatChangesAndNamesTheRest() {
        BacktestReport after = told().rule("new").fires("new", "a", 22).report(10);

        assertThat(ComparisonTable.lines(Comparison.of(told().report(10), after)))
                .containsExactly(
                        "RULE  CHANGE  ALERTS  GAINED  RIGHT  LOST  RIGHT  PRECISION    RECALL",
                        "new    added  - -> 1      +1      1    -0      0  - -> 100%  - -> 50%",
                        "The same in both: payment-failed, quiet.",
                        "",
                        "Before -> after. RIGHT: how many of the alerts gained or lost were of customers who then left.");
    }
}
