package dev.latido.backtest.page;

import dev.latido.backtest.Accuracy;
import dev.latido.backtest.BacktestReport;
import dev.latido.backtest.Performance;
import dev.latido.backtest.output.Figures;
import dev.latido.page.Markup;

/** The four numbers that one looks for first; of all live rules together. */
final class KeyFigures {

    private KeyFigures() {}

    static void write(Markup page, BacktestReport report) {
        Performance live = report.live();
        page.open("section", "class", "figures");
        figure(
                page,
                Figures.count(live.load().fired()),
                "alerts",
                Figures.number(live.load().perWeekAnd100Customers()) + " a week for each 100 customers");
        figure(
                page,
                Figures.count(live.load().customers()),
                "customers named",
                "of " + Figures.count(report.customers()));
        live.accuracy().ifPresent(accuracy -> judged(page, report, accuracy));
        page.close();
    }

    private static void judged(Markup page, BacktestReport report, Accuracy accuracy) {
        String chance = accuracy.lift().isEmpty()
                ? "cannot be judged yet"
                : Figures.percent(accuracy.baseRate()) + " by chance: " + Figures.times(accuracy.lift()) + " lift";
        figure(
                page,
                Figures.percent(accuracy.precision().value()),
                "of those that can be judged left within " + report.horizon().toDays() + " days",
                chance);
        String lead = accuracy.medianLeadDays().isEmpty()
                ? "nobody was warned"
                : "half of these " + Figures.days(accuracy.medianLeadDays()) + " days or more before";
        figure(
                page,
                Figures.percent(accuracy.recall().value()),
                "of the " + Figures.count(accuracy.recall().of()) + " who left were named in time",
                lead);
    }

    private static void figure(Markup page, String number, String what, String more) {
        page.open("div")
                .element("b", number)
                .element("span", what)
                .element("small", more)
                .close();
    }
}
