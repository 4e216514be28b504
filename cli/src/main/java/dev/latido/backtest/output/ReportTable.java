package dev.latido.backtest.output;

import dev.latido.backtest.Accuracy;
import dev.latido.backtest.BacktestReport;
import dev.latido.backtest.CounterpartReport;
import dev.latido.backtest.Load;
import dev.latido.backtest.Performance;
import dev.latido.backtest.RuleReport;
import dev.latido.backtest.TruthSummary;
import java.util.ArrayList;
import java.util.List;

/** A report on the terminal: a line for each rule and counterpart, at most 120 columns wide, and what the columns mean. */
public final class ReportTable {

    static final int WIDTH = 120;

    private ReportTable() {}

    public static List<String> lines(BacktestReport report) {
        List<String> lines = new ArrayList<>(Notes.head(report));
        lines.add("");
        lines.addAll(table(report));
        lines.add("");
        report.truth().ifPresent(truth -> lines.addAll(legend(report, truth)));
        if (!report.counterparts().isEmpty()) {
            lines.add("band:...   falls of health to that band or below; what is not a rule's stands below the rules");
        }
        Notes.doubts(report).forEach(note -> lines.addAll(Wrapped.at(WIDTH, note)));
        return lines;
    }

    private static List<String> table(BacktestReport report) {
        boolean judged = report.truth().isPresent();
        TextTable table = judged
                ? new TextTable(
                        WIDTH,
                        "RULE",
                        "ALERTS",
                        "CUST",
                        "/WEEK",
                        "/100",
                        "PRECISION",
                        "BASE",
                        "LIFT",
                        "RECALL",
                        "LEAD",
                        "OPEN")
                : new TextTable(WIDTH, "RULE", "ALERTS", "CUST", "/WEEK", "/100");
        for (RuleReport rule : report.rules()) {
            table.add(row(name(rule), rule.performance()));
        }
        if (report.rules().size() > 1) {
            table.add(row("all live rules", report.live()));
        }
        for (CounterpartReport other : report.counterparts()) {
            table.add(row(other.counterpart().id(), other.performance()));
        }
        return table.lines();
    }

    static String name(RuleReport report) {
        return report.rule().id() + report.rule().remark();
    }

    private static List<String> row(String name, Performance performance) {
        Load load = performance.load();
        List<String> row = new ArrayList<>(List.of(
                name,
                Figures.count(load.fired()),
                Figures.count(load.customers()),
                Figures.number(load.perWeek()),
                Figures.number(load.perWeekAnd100Customers())));
        performance.accuracy().ifPresent(accuracy -> row.addAll(cells(accuracy)));
        return row;
    }

    private static List<String> cells(Accuracy accuracy) {
        return List.of(
                Figures.share(accuracy.precision()),
                Figures.percent(accuracy.baseRate()),
                Figures.times(accuracy.lift()),
                Figures.share(accuracy.recall()),
                Figures.days(accuracy.medianLeadDays()),
                Figures.count(accuracy.undecided()));
    }

    private static List<String> legend(BacktestReport report, TruthSummary truth) {
        String horizon = report.horizon().toDays() + " days";
        return List.of(
                "PRECISION  of the customers named, those who left within " + horizon
                        + " of their first alert (95 % interval)",
                "BASE       the same for customers drawn at random at those times; over all the data it is "
                        + Figures.percent(truth.baseRate()),
                "LIFT       precision over base    /100  alerts per week and 100 customers",
                "RECALL     of the " + Figures.count(truth.churned())
                        + " customers who left, those with an alert at most " + horizon + " before",
                "LEAD       days from the first such alert until they left, median",
                "OPEN       alerts less than " + horizon + " before the end of the data; precision leaves them out");
    }
}
