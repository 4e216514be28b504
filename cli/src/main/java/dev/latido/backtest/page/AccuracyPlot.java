package dev.latido.backtest.page;

import dev.latido.backtest.Accuracy;
import dev.latido.backtest.BacktestReport;
import dev.latido.backtest.output.Figures;
import dev.latido.page.Drawing;
import dev.latido.page.Markup;
import dev.latido.page.Scale;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Precision against recall: a numbered dot for each rule that was judged, with both intervals, above or below chance. */
final class AccuracyPlot {

    private static final double WIDTH = 620;
    private static final double HEIGHT = 420;
    private static final double LEFT = 52;
    private static final double BOTTOM = HEIGHT - 44;

    private final Drawing drawing;
    private final Scale recall;
    private final Scale precision;

    private AccuracyPlot(Drawing drawing, List<Accuracy> judged, OptionalDouble baseRate) {
        this.drawing = drawing;
        this.recall = new Scale(highest(judged, accuracy -> accuracy.recall().high(), 0), LEFT, WIDTH - 14);
        this.precision =
                new Scale(highest(judged, accuracy -> accuracy.precision().high(), baseRate.orElse(0)), BOTTOM, 14);
    }

    /** A round number that all intervals, and chance, are below. */
    private static double highest(List<Accuracy> judged, ToDoubleFunction<Accuracy> end, double chance) {
        double highest = judged.stream().mapToDouble(end).max().orElse(0);
        return Math.min(1, Scale.roundUp(Math.max(chance, highest)));
    }

    static void write(Markup page, BacktestReport report) {
        List<Numbered> judged = Numbered.of(report).stream()
                .filter(rule -> rule.accuracy().filter(AccuracyPlot::isJudged).isPresent())
                .toList();
        if (judged.isEmpty()) {
            return;
        }
        page.open("section").element("h2", "Right, and in time");
        page.element(
                "p",
                "Up: more of the customers a rule names do leave. To the right: more of those who leave were named. Bars are 95 %"
                        + " intervals; a rule whose bar crosses the dashed line may be no better than chance.");
        page.open("div", "class", "beside");
        Drawing drawing = new Drawing(page, WIDTH, HEIGHT, "scatter", "Precision against recall of each rule");
        OptionalDouble baseRate = report.truth().map(truth -> truth.baseRate()).orElse(OptionalDouble.empty());
        AccuracyPlot plot = new AccuracyPlot(
                drawing,
                judged.stream().flatMap(rule -> rule.accuracy().stream()).toList(),
                baseRate);
        plot.axes();
        baseRate.ifPresent(plot::chance);
        judged.forEach(plot::intervals);
        judged.forEach(plot::dot);
        drawing.end();
        key(page, judged);
        page.close().close();
    }

    private static void key(Markup page, List<Numbered> judged) {
        page.open("ul", "class", "numbers");
        for (Numbered rule : judged) {
            page.open("li")
                    .element("span", Integer.toString(rule.number()), "class", "badge")
                    .text(" " + rule.title())
                    .close();
        }
        page.close();
    }

    private static boolean isJudged(Accuracy accuracy) {
        return accuracy.precision().of() > 0 && accuracy.recall().of() > 0;
    }

    private void axes() {
        for (double tick : precision.ticks(5)) {
            drawing.line(LEFT, precision.at(tick), WIDTH - 14, precision.at(tick), "grid");
            drawing.text(LEFT - 8, precision.at(tick) + 4, Figures.percent(tick), "end", "tick");
        }
        for (double tick : recall.ticks(6)) {
            drawing.line(recall.at(tick), BOTTOM, recall.at(tick), BOTTOM + 5, "axis");
            drawing.text(recall.at(tick), BOTTOM + 19, Figures.percent(tick), "middle", "tick");
        }
        drawing.line(LEFT, BOTTOM, WIDTH - 14, BOTTOM, "axis");
        drawing.text((LEFT + WIDTH) / 2, HEIGHT - 4, "recall: of those who left, named in time", "middle", "name");
        drawing.text(LEFT + 6, 12, "precision: of those named, left", "start", "name");
    }

    private void chance(double baseRate) {
        drawing.line(LEFT, precision.at(baseRate), WIDTH - 14, precision.at(baseRate), "chance dashed");
        drawing.text(
                WIDTH - 18, precision.at(baseRate) - 6, "chance " + Figures.percent(baseRate), "end", "chance-name");
    }

    private void intervals(Numbered rule) {
        rule.accuracy().ifPresent(accuracy -> {
            double x = recall.at(accuracy.recall().value().orElse(0));
            double y = precision.at(accuracy.precision().value().orElse(0));
            drawing.line(
                    recall.at(accuracy.recall().low()),
                    y,
                    recall.at(accuracy.recall().high()),
                    y,
                    "span");
            drawing.line(
                    x,
                    precision.at(accuracy.precision().low()),
                    x,
                    precision.at(accuracy.precision().high()),
                    "span");
        });
    }

    private void dot(Numbered rule) {
        rule.accuracy().ifPresent(accuracy -> {
            double x = recall.at(accuracy.recall().value().orElse(0));
            double y = precision.at(accuracy.precision().value().orElse(0));
            drawing.dot(
                    x,
                    y,
                    10,
                    "number",
                    rule.title() + ": precision " + Figures.share(accuracy.precision()) + ", recall "
                            + Figures.share(accuracy.recall()));
            drawing.text(x, y + 4, Integer.toString(rule.number()), "middle", "in-dot");
        });
    }
}
