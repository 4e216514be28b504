package dev.latido.backtest.page;

import dev.latido.backtest.Accuracy;
import dev.latido.backtest.BacktestReport;
import dev.latido.backtest.Performance;
import dev.latido.backtest.Share;
import dev.latido.backtest.output.Figures;
import dev.latido.page.Markup;
import java.util.OptionalDouble;

/** A row for each rule and counterpart: what it costs, and how right it was. */
final class RuleTable {

    private final Markup page;

    RuleTable(Markup page) {
        this.page = page;
    }

    void write(BacktestReport report) {
        page.open("section").element("h2", "The rules, and what they are compared with");
        page.open("div", "class", "scroll").open("table");
        head(report);
        page.open("tbody");
        Numbered.rules(report).forEach(this::row);
        if (report.rules().size() > 1) {
            row("", "All live rules", "together", report.live());
        }
        Numbered.counterparts(report).forEach(this::row);
        page.close().close().close();
        if (report.truth().isPresent()) {
            key();
        }
        page.close();
    }

    private void key() {
        page.open("p", "class", "key");
        page.open("span", "class", "swatch right").close().text(" measured ");
        page.open("span", "class", "swatch whisker").close().text(" 95 % interval ");
        page.open("span", "class", "swatch chance").close().text(" what customers drawn at random would give");
        page.close();
    }

    private void head(BacktestReport report) {
        page.open("thead").open("tr").element("th", "").element("th", "Rule");
        number("Alerts").number("Customers").number("per week").number("and per 100 customers");
        if (report.truth().isPresent()) {
            page.element("th", "Precision", "colspan", "2");
            number("Lift");
            page.element("th", "Recall", "colspan", "2");
            number("Days before").number("Open");
        }
        page.close().close();
    }

    private RuleTable number(String head) {
        page.element("th", head, "class", "n");
        return this;
    }

    private void row(Numbered one) {
        row(Integer.toString(one.number()), one.title(), one.name(), one.performance());
    }

    private void row(String number, String title, String id, Performance performance) {
        page.open("tr");
        page.open("td");
        if (!number.isEmpty()) {
            page.element("span", number, "class", "badge");
        }
        page.close();
        page.open("td", "class", "rule").text(title).element("small", id).close();
        cell(Figures.count(performance.load().fired()));
        cell(Figures.count(performance.load().customers()));
        cell(Figures.number(performance.load().perWeek()));
        cell(Figures.number(performance.load().perWeekAnd100Customers()));
        performance.accuracy().ifPresent(this::accuracy);
        page.close();
    }

    private void accuracy(Accuracy accuracy) {
        share(accuracy.precision(), accuracy.baseRate());
        cell(Figures.times(accuracy.lift()));
        share(accuracy.recall(), OptionalDouble.empty());
        cell(Figures.days(accuracy.medianLeadDays()));
        cell(Figures.count(accuracy.undecided()));
    }

    private void share(Share share, OptionalDouble chance) {
        page.open("td", "class", "n strong")
                .text(Figures.percent(share.value()))
                .close();
        page.open("td");
        IntervalPlot.draw(page, share, chance);
        page.close();
    }

    private void cell(String text) {
        page.element("td", text, "class", "n");
    }
}
