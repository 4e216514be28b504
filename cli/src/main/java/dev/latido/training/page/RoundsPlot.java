package dev.latido.training.page;

import dev.latido.model.training.TrainedModel;
import dev.latido.page.Drawing;
import dev.latido.page.Markup;
import dev.latido.page.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The loss on the rows to check with after each round, and the round that was chosen. */
final class RoundsPlot {

    private static final double WIDTH = 980;
    private static final double HEIGHT = 200;
    private static final double LEFT = 60;
    private static final double BOTTOM = HEIGHT - 34;
    private static final double TOP = 12;

    private RoundsPlot() {}

    static void write(Markup page, TrainedModel model) {
        List<Float> curve = model.curve();
        if (curve.size() < 2) {
            return;
        }
        double least = curve.stream().mapToDouble(Float::doubleValue).min().orElse(0);
        double most = curve.stream().mapToDouble(Float::doubleValue).max().orElse(1);
        Scale rounds = new Scale(curve.size(), LEFT, WIDTH - 12);
        Scale loss = new Scale(most - least, BOTTOM, TOP);
        page.open("section").element("h2", "How long it learned");
        page.element(
                "p",
                "The loss on the rows that it is checked with, after each tree. More than " + model.rounds()
                        + " trees did not lower it. It is checked " + model.validation() + ".");
        Drawing drawing = new Drawing(page, WIDTH, HEIGHT, "rounds", "Loss by number of trees");
        for (double tick : rounds.ticks(8)) {
            drawing.text(rounds.at(tick), BOTTOM + 17, Drawing.number(tick), "middle", "tick");
        }
        drawing.line(LEFT, BOTTOM, WIDTH - 12, BOTTOM, "axis");
        drawing.text(LEFT - 8, loss.at(0) + 4, number(least), "end", "tick");
        drawing.text(LEFT - 8, loss.at(most - least) + 4, number(most), "end", "tick");
        List<double[]> points = new ArrayList<>();
        for (int round = 0; round < curve.size(); round++) {
            points.add(new double[] {rounds.at(round + 1), loss.at(curve.get(round) - least)});
        }
        drawing.line(rounds.at(model.rounds()), TOP, rounds.at(model.rounds()), BOTTOM, "median");
        drawing.curve(points, "curve");
        drawing.text(rounds.at(model.rounds()) + 6, TOP + 10, model.rounds() + " trees", "start", "value");
        drawing.end();
        page.close();
    }

    private static String number(double loss) {
        return String.format(Locale.ROOT, "%.4f", loss);
    }
}
