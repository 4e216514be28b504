package dev.latido.backtest.page;

import dev.latido.backtest.Accuracy;
import dev.latido.backtest.BacktestReport;
import dev.latido.backtest.RuleReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A rule with the number by which the whole page calls it. */
record Numbered(int number, RuleReport report) {

    static List<Numbered> of(BacktestReport report) {
        return IntStream.range(0, report.rules().size())
                .mapToObj(index -> new Numbered(index + 1, report.rules().get(index)))
                .toList();
    }

    String id() {
        return report.rule().id();
    }

    String title() {
        return report.rule().title() + report.rule().remark();
    }

    Optional<Accuracy> accuracy() {
        return report.performance().accuracy();
    }
}
