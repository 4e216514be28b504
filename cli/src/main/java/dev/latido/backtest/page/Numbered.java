package dev.latido.backtest.page;

import dev.latido.backtest.Accuracy;
import dev.latido.backtest.BacktestReport;
import dev.latido.backtest.BacktestedRule;
import dev.latido.backtest.Counterpart;
import dev.latido.backtest.CounterpartReport;
import dev.latido.backtest.Performance;
import dev.latido.backtest.RuleReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule, or a counterpart of rules, with the number by which the whole page calls it.
 *
 * @param name its id, of a rule with the version
 */
record Numbered(int number, String id, String name, String title, Performance performance) {

    /** The rules, then their counterparts. */
    static List<Numbered> of(BacktestReport report) {
        List<Numbered> all = new ArrayList<>(rules(report));
        all.addAll(counterparts(report));
        return all;
    }

    static List<Numbered> rules(BacktestReport report) {
        List<Numbered> rules = new ArrayList<>();
        for (RuleReport each : report.rules()) {
            BacktestedRule rule = each.rule();
            rules.add(new Numbered(
                    rules.size() + 1,
                    rule.id(),
                    rule.id() + " v" + rule.version(),
                    rule.title() + rule.remark(),
                    each.performance()));
        }
        return rules;
    }

    static List<Numbered> counterparts(BacktestReport report) {
        List<Numbered> others = new ArrayList<>();
        for (CounterpartReport each : report.counterparts()) {
            Counterpart other = each.counterpart();
            others.add(new Numbered(
                    report.rules().size() + others.size() + 1,
                    other.id(),
                    other.id(),
                    other.title(),
                    each.performance()));
        }
        return others;
    }

    Optional<Accuracy> accuracy() {
        return performance.accuracy();
    }
}
