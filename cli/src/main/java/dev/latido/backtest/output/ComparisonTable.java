package dev.latido.backtest.output;

import dev.latido.backtest.Accuracy;
import dev.latido.backtest.Comparison;
import dev.latido.backtest.JudgedFiring;
import dev.latido.backtest.Outcome;
import dev.latido.backtest.Performance;
import dev.latido.backtest.RuleChange;
import dev.latido.backtest.RuleReport;
import dev.latido.backtest.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A comparison on the terminal: a line for each rule, at most 120 columns wide. */
public final class ComparisonTable {

    private ComparisonTable() {}

    public static List<String> lines(Comparison comparison) {
        boolean judged = comparison.after().truth().isPresent();
        TextTable table = judged
                ? new TextTable(
                        ReportTable.WIDTH,
                        "RULE",
                        "CHANGE",
                        "ALERTS",
                        "GAINED",
                        "RIGHT",
                        "LOST",
                        "RIGHT",
                        "PRECISION",
                        "RECALL")
                : new TextTable(ReportTable.WIDTH, "RULE", "CHANGE", "ALERTS", "GAINED", "LOST");
        comparison.changed().forEach(change -> table.add(row(change, judged)));
        List<String> lines = new ArrayList<>(table.lines());
        Notes.same(comparison).ifPresent(sentence -> lines.addAll(Wrapped.at(ReportTable.WIDTH, sentence)));
        if (judged) {
            lines.add("");
            lines.add("Before -> after. RIGHT: how many of the alerts gained or lost were of customers who then left.");
        }
        return lines;
    }

    private static List<String> row(RuleChange change, boolean judged) {
        List<String> row = new ArrayList<>(List.of(name(change), change.kind().text(), fired(change)));
        row.add("+" + Figures.count(change.gained().size()));
        if (judged) {
            row.add(right(change.gained()));
        }
        row.add("-" + Figures.count(change.lost().size()));
        if (judged) {
            row.add(right(change.lost()));
            row.add(shares(change, Accuracy::precision));
            row.add(shares(change, Accuracy::recall));
        }
        return row;
    }

    private static String name(RuleChange change) {
        return change.after().or(change::before).map(ReportTable::name).orElse(change.ruleId());
    }

    private static String fired(RuleChange change) {
        return fired(change.before()) + " -> " + fired(change.after());
    }

    private static String fired(Optional<RuleReport> report) {
        return report.map(each -> Figures.count(each.performance().load().fired()))
                .orElse(Figures.NONE);
    }

    private static String right(List<JudgedFiring> alerts) {
        return Figures.count(alerts.stream()
                .filter(alert -> alert.outcome().equals(Optional.of(Outcome.CHURNED)))
                .count());
    }

    private static String shares(RuleChange change, Function<Accuracy, Share> share) {
        return percent(change.before(), share) + " -> " + percent(change.after(), share);
    }

    private static String percent(Optional<RuleReport> report, Function<Accuracy, Share> share) {
        return report.map(RuleReport::performance)
                .flatMap(Performance::accuracy)
                .map(share)
                .map(each -> Figures.percent(each.value()))
                .orElse(Figures.NONE);
    }
}
