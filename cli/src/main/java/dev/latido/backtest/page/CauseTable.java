package dev.latido.backtest.page;

import dev.latido.backtest.Accuracy;
import dev.latido.backtest.BacktestReport;
import dev.latido.backtest.Share;
import dev.latido.backtest.output.Figures;
import dev.latido.page.Markup;
import java.util.Locale;
import java.util.Map;

/** Which departures each rule saw coming, by the cause that the truth names: the darker, the more of them. */
final class CauseTable {

    private CauseTable() {}

    static void write(Markup page, BacktestReport report) {
        Map<String, Share> causes =
                report.live().accuracy().map(Accuracy::recallByCause).orElse(Map.of());
        if (causes.isEmpty()) {
            return;
        }
        page.open("section").element("h2", "Which departures they see coming");
        page.element("p", "Of the customers who left for a cause, those with an alert within the horizon before.");
        page.open("div", "class", "scroll").open("table", "class", "causes");
        page.open("thead").open("tr").element("th", "").element("th", "Rule");
        causes.forEach((cause, share) -> page.open("th", "class", "n")
                .text(cause)
                .element("small", Figures.count(share.of()) + " left")
                .close());
        page.close().close().open("tbody");
        for (Numbered rule : Numbered.of(report)) {
            rule.accuracy().ifPresent(accuracy -> row(page, Integer.toString(rule.number()), rule.title(), accuracy));
        }
        if (report.rules().size() > 1) {
            report.live().accuracy().ifPresent(accuracy -> row(page, "", "All live rules", accuracy));
        }
        page.close().close().close().close();
    }

    private static void row(Markup page, String number, String title, Accuracy accuracy) {
        page.open("tr").open("td");
        if (!number.isEmpty()) {
            page.element("span", number, "class", "badge");
        }
        page.close().element("td", title, "class", "rule");
        accuracy.recallByCause()
                .forEach((cause, share) -> page.element(
                        "td",
                        share.hits() == 0 ? "\u00b7" : Figures.percent(share.value()),
                        "class",
                        "n heat",
                        "style",
                        String.format(
                                Locale.ROOT,
                                "--heat:%.0f%%",
                                100 * share.value().orElse(0)),
                        "title",
                        Figures.count(share.hits()) + " of " + Figures.count(share.of())));
        page.close();
    }
}
