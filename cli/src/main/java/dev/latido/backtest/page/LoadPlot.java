package dev.latido.backtest.page;

import dev.latido.backtest.BacktestReport;
import dev.latido.backtest.output.Figures;
import dev.latido.page.Drawing;
import dev.latido.page.Markup;
import dev.latido.page.Scale;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/** The work of each week: alerts of the live rules for each 100 customers, above the number of customers. */
final class LoadPlot {

    private static final double WIDTH = 980;
    private static final double LEFT = 52;
    private static final double SPLIT = 200;
    private static final double BOTTOM = 290;

    private final Drawing drawing;
    private final BacktestReport report;
    private final double step;

    private LoadPlot(Drawing drawing, BacktestReport report) {
        this.drawing = drawing;
        this.report = report;
        this.step = (WIDTH - LEFT) / report.weeks().count();
    }

    static void write(Markup page, BacktestReport report) {
        page.open("section").element("h2", "What it asks of the team");
        page.element(
                "p", "Alerts of all live rules in each week for each 100 customers; below, the customers there were.");
        Drawing drawing = new Drawing(page, WIDTH, BOTTOM + 22, "load", "Alerts and customers by week");
        LoadPlot plot = new LoadPlot(drawing, report);
        plot.panel(plot.alertsPer100(), 24, SPLIT, "alerts per 100 customers", "load");
        plot.panel(
                report.customersByWeek().stream().map(Integer::doubleValue).toList(),
                SPLIT + 34,
                BOTTOM,
                "customers",
                "open");
        plot.dates();
        drawing.end();
        page.close();
    }

    private List<Double> alertsPer100() {
        return IntStream.range(0, report.weeks().count())
                .mapToObj(week -> {
                    int customers = report.customersByWeek().get(week);
                    int alerts = report.live().load().weekly().get(week);
                    return customers == 0 ? 0.0 : 100.0 * alerts / customers;
                })
                .toList();
    }

    private void panel(List<Double> values, double top, double bottom, String name, String kind) {
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        Scale scale = new Scale(Scale.roundUp(Math.max(1, most)), bottom, top);
        for (double tick : scale.ticks(bottom - top > 100 ? 4 : 2)) {
            drawing.line(LEFT, scale.at(tick), WIDTH, scale.at(tick), "grid");
            drawing.text(LEFT - 8, scale.at(tick) + 4, tick(tick), "end", "tick");
        }
        for (int week = 0; week < values.size(); week++) {
            double y = scale.at(values.get(week));
            drawing.bar(
                    LEFT + week * step + step * 0.1,
                    y,
                    step * 0.8,
                    bottom - y,
                    kind,
                    "week of " + date(week) + ": " + tick(values.get(week)) + " " + name);
        }
        drawing.line(LEFT, bottom, WIDTH, bottom, "axis");
        drawing.text(LEFT, top - 10, name, "start", "name");
    }

    private static String tick(double value) {
        return value == Math.rint(value) ? Figures.count(Math.round(value)) : Figures.number(value);
    }

    private void dates() {
        int every = Math.max(1, (int) Math.ceil(90 / step));
        for (int week = 0; week < report.weeks().count(); week += every) {
            drawing.text(LEFT + week * step + step * 0.1, BOTTOM + 17, date(week), "start", "tick");
        }
    }

    private String date(int week) {
        return LocalDate.ofInstant(report.weeks().start(week), ZoneOffset.UTC).toString();
    }
}
