package dev.latido.backtest.page;

import dev.latido.backtest.Accuracy;
import dev.latido.backtest.Comparison;
import dev.latido.backtest.JudgedFiring;
import dev.latido.backtest.Outcome;
import dev.latido.backtest.Performance;
import dev.latido.backtest.RuleChange;
import dev.latido.backtest.RuleReport;
import dev.latido.backtest.Share;
import dev.latido.backtest.output.Figures;
import dev.latido.backtest.output.Notes;
import dev.latido.page.Drawing;
import dev.latido.page.Markup;
import dev.latido.page.Scale;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What changes against the other rules: a row for each rule, and the alerts gained and lost. */
final class ComparisonSection {

    private final Markup page;
    private final boolean judged;

    private ComparisonSection(Markup page, boolean judged) {
        this.page = page;
        this.judged = judged;
    }

    static void write(Markup page, Comparison comparison) {
        boolean judged = comparison.after().truth().isPresent();
        ComparisonSection section = new ComparisonSection(page, judged);
        page.open("section").element("h2", "What changes");
        page.element(
                "p",
                "Against the rules given with --compare, over the same data. Hollow: before; filled: after."
                        + (judged ? " In brackets: how many of the alerts were right." : ""));
        page.open("div", "class", "scroll").open("table");
        section.head();
        page.open("tbody");
        comparison.changed().forEach(section::row);
        section.row(
                "All live rules",
                "",
                Optional.of(comparison.before().live()),
                Optional.of(comparison.after().live()));
        page.close().close().close();
        Notes.same(comparison).ifPresent(sentence -> page.element("p", sentence));
        comparison.changed().forEach(change -> AlertLists.write(page, change));
        page.close();
    }

    private void head() {
        page.open("thead").open("tr").element("th", "Rule").element("th", "Change");
        for (String number : List.of("Alerts", "Gained", "Lost")) {
            page.element("th", number, "class", "n");
        }
        if (judged) {
            page.element("th", "Precision").element("th", "Recall");
        }
        page.close().close();
    }

    private void row(RuleChange change) {
        page.open("tr");
        page.element("td", name(change), "class", "rule");
        page.open("td")
                .element(
                        "span",
                        change.kind().text(),
                        "class",
                        "tag " + change.kind().text())
                .close();
        numbers(
                change.before().map(RuleReport::performance),
                change.after().map(RuleReport::performance),
                "+" + alerts(change.gained()),
                "\u2212" + alerts(change.lost()));
        page.close();
    }

    private void row(String name, String kind, Optional<Performance> before, Optional<Performance> after) {
        page.open("tr").element("td", name, "class", "rule").element("td", kind);
        numbers(before, after, "", "");
        page.close();
    }

    private void numbers(Optional<Performance> before, Optional<Performance> after, String gained, String lost) {
        page.element("td", fired(before) + " \u2192 " + fired(after), "class", "n");
        page.element("td", gained, "class", "n").element("td", lost, "class", "n");
        if (judged) {
            dumbbell(before, after, Accuracy::precision);
            dumbbell(before, after, Accuracy::recall);
        }
    }

    private static String name(RuleChange change) {
        return change.after()
                .or(change::before)
                .map(report -> report.rule().title() + report.rule().remark())
                .orElse(change.ruleId());
    }

    private String alerts(List<JudgedFiring> alerts) {
        long right = alerts.stream()
                .filter(alert -> alert.outcome().equals(Optional.of(Outcome.CHURNED)))
                .count();
        return Figures.count(alerts.size()) + (judged && !alerts.isEmpty() ? " (" + Figures.count(right) + ")" : "");
    }

    private static String fired(Optional<Performance> performance) {
        return performance.map(each -> Figures.count(each.load().fired())).orElse("\u2013");
    }

    private void dumbbell(Optional<Performance> before, Optional<Performance> after, Function<Accuracy, Share> share) {
        OptionalDouble old = value(before, share);
        OptionalDouble now = value(after, share);
        page.open("td").open("div", "class", "dumbbell");
        Drawing drawing = new Drawing(page, 150, 18, "interval", Figures.percent(old) + " to " + Figures.percent(now));
        Scale scale = new Scale(1, 5, 145);
        drawing.line(scale.at(0), 9, scale.at(1), 9, "track");
        if (old.isPresent() && now.isPresent()) {
            drawing.line(scale.at(old.getAsDouble()), 9, scale.at(now.getAsDouble()), 9, "move");
        }
        old.ifPresent(value -> drawing.dot(scale.at(value), 9, 4, "hollow", "before " + Figures.percent(value)));
        now.ifPresent(value -> drawing.dot(scale.at(value), 9, 4, "right", "after " + Figures.percent(value)));
        drawing.end();
        page.element("span", Figures.percent(old) + " \u2192 " + Figures.percent(now))
                .close()
                .close();
    }

    private static OptionalDouble value(Optional<Performance> performance, Function<Accuracy, Share> share) {
        return performance
                .flatMap(Performance::accuracy)
                .map(accuracy -> share.apply(accuracy).value())
                .orElse(OptionalDouble.empty());
    }
}
