package dev.latido.backtest.page;

import dev.latido.backtest.Accuracy;
import dev.latido.backtest.BacktestReport;
import dev.latido.backtest.output.Figures;
import dev.latido.page.Drawing;
import dev.latido.page.Markup;
import dev.latido.page.Scale;
import java.util.List;

/** How long before they left customers were named: for each rule a line of dots, one for each customer, and the median. */
final class LeadTimePlot {

    private static final double WIDTH = 980;
    private static final double LEFT = 300;
    private static final double ROW = 30;
    private static final double TOP = 24;
    private static final int LONGEST_NAME = 36;

    private final Drawing drawing;
    private final Scale days;

    private LeadTimePlot(Drawing drawing, long horizonDays) {
        this.drawing = drawing;
        this.days = new Scale(horizonDays, LEFT, WIDTH - 40);
    }

    static void write(Markup page, BacktestReport report) {
        List<Numbered> rules = Numbered.of(report).stream()
                .filter(rule -> rule.accuracy()
                        .filter(accuracy -> !accuracy.leadDays().isEmpty())
                        .isPresent())
                .toList();
        if (rules.isEmpty()) {
            return;
        }
        page.open("section").element("h2", "How long before");
        page.element(
                "p",
                "Each dot is a customer who left, at the days that were left at the first alert of the rule that was right about them.");
        double height = TOP + ROW * rules.size() + 26;
        Drawing drawing = new Drawing(page, WIDTH, height, "lead", "Days from alert to departure, by rule");
        LeadTimePlot plot = new LeadTimePlot(drawing, report.horizon().toDays());
        plot.axis(rules.size());
        for (int row = 0; row < rules.size(); row++) {
            plot.row(rules.get(row), TOP + ROW * row + ROW / 2);
        }
        drawing.end();
        page.close();
    }

    private void axis(int rows) {
        double bottom = TOP + ROW * rows;
        for (double tick : days.ticks(6)) {
            drawing.line(days.at(tick), TOP, days.at(tick), bottom, "grid");
            drawing.text(days.at(tick), bottom + 17, Figures.count(Math.round(tick)), "middle", "tick");
        }
        drawing.text(days.at(0), 14, "days before leaving", "start", "name");
    }

    private void row(Numbered rule, double y) {
        drawing.dot(12, y, 10, "number", rule.id());
        drawing.text(12, y + 4, Integer.toString(rule.number()), "middle", "in-dot");
        drawing.text(30, y + 4, shortened(rule.title()), "start", "label");
        rule.accuracy().ifPresent(accuracy -> dots(accuracy, y));
    }

    private void dots(Accuracy accuracy, double y) {
        List<Double> lead = accuracy.leadDays();
        for (int i = 0; i < lead.size(); i++) {
            // Spread in a fixed order, so that many of the same day can be told apart.
            double offset = ((i * 5) % 7 - 3) * 2.2;
            drawing.dot(days.at(lead.get(i)), y + offset, 3, "case", Figures.number(lead.get(i)) + " days");
        }
        accuracy.medianLeadDays().ifPresent(median -> {
            drawing.line(days.at(median), y - 12, days.at(median), y + 12, "median");
            drawing.text(WIDTH - 2, y + 4, Figures.days(accuracy.medianLeadDays()), "end", "value");
        });
    }

    static String shortened(String title) {
        return title.length() <= LONGEST_NAME
                ? title
                : title.substring(0, LONGEST_NAME - 1).strip() + "\u2026";
    }
}
