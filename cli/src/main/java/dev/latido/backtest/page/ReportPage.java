package dev.latido.backtest.page;

import dev.latido.backtest.BacktestReport;
import dev.latido.backtest.Comparison;
import dev.latido.backtest.output.Notes;
import dev.latido.page.Markup;
import dev.latido.page.Stylesheet;
import java.util.List;
import java.util.Optional;

/** The page: it holds its style and pictures, loads nothing, and runs nothing. */
public final class ReportPage {

    private ReportPage() {}

    public static String of(BacktestReport report, Optional<Comparison> comparison) {
        Markup page = new Markup();
        page.open("html", "lang", "en").open("head");
        page.empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.element("title", "Backtest").style(Stylesheet.read()).close();
        page.open("body").open("main");
        header(page, report);
        KeyFigures.write(page, report);
        notes(page, Notes.doubts(report));
        comparison.ifPresent(change -> ComparisonSection.write(page, change));
        new RuleTable(page).write(report);
        AccuracyPlot.write(page, report);
        LeadTimePlot.write(page, report);
        WeeklyPlots.write(page, report);
        LoadPlot.write(page, report);
        CauseTable.write(page, report);
        Definitions.write(page, report);
        return page.close().close().close().document();
    }

    private static void header(Markup page, BacktestReport report) {
        page.open("header").element("h1", "What the rules would have found");
        Notes.head(report).forEach(line -> page.element("p", line));
        page.close();
    }

    private static void notes(Markup page, List<String> notes) {
        if (notes.isEmpty()) {
            return;
        }
        page.open("section", "class", "notes").element("h2", "Before you believe it");
        page.open("ul");
        notes.forEach(note -> page.element("li", note));
        page.close().close();
    }
}
