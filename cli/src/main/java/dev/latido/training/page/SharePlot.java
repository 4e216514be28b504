package dev.latido.training.page;

import dev.latido.page.Drawing;
import dev.latido.page.Markup;
import dev.latido.page.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** A plot with two axes from 0, in a figure with a caption. */
final class SharePlot {

    private static final double WIDTH = 480;
    private static final double HEIGHT = 376;
    private static final double LEFT = 46;
    private static final double RIGHT = WIDTH - 12;
    private static final double BOTTOM = HEIGHT - 42;
    private static final double TOP = 26;
    private static final int MOST_POINTS = 400;

    private final Markup page;
    private final Drawing drawing;
    private final Scale across;
    private final Scale up;

    /** An axis: its name, where it ends, and how its numbers are written. */
    record Axis(String name, double most, DoubleFunction<String> text) {

        static Axis share(String name, double most) {
            return new Axis(name, most, value -> Math.round(100 * value) + "%");
        }
    }

    SharePlot(Markup page, String caption, Axis x, Axis y) {
        this.page = page;
        page.open("figure").element("figcaption", caption);
        this.drawing = new Drawing(page, WIDTH, HEIGHT, "plot", caption);
        this.across = new Scale(x.most(), LEFT, RIGHT);
        this.up = new Scale(y.most(), BOTTOM, TOP);
        for (double tick : across.ticks(5)) {
            drawing.line(across.at(tick), TOP, across.at(tick), BOTTOM, "grid");
            drawing.text(across.at(tick), BOTTOM + 16, x.text().apply(tick), "middle", "tick");
        }
        for (double tick : up.ticks(5)) {
            drawing.line(LEFT, up.at(tick), RIGHT, up.at(tick), "grid");
            drawing.text(LEFT - 6, up.at(tick) + 4, y.text().apply(tick), "end", "tick");
        }
        drawing.text(RIGHT, HEIGHT - 6, x.name() + " \u2192", "end", "name");
        drawing.text(LEFT - 36, TOP - 12, "\u2191 " + y.name(), "start", "name");
    }

    /** A line through points of which each has a number across and one up; of many, evenly some. */
    void curve(List<double[]> points, String kind) {
        int step = Math.max(1, points.size() / MOST_POINTS);
        List<double[]> places = new ArrayList<>();
        for (int i = 0; i < points.size(); i += step) {
            places.add(place(points.get(i)));
        }
        if (!points.isEmpty()) {
            places.add(place(points.get(points.size() - 1)));
        }
        drawing.curve(places, kind);
    }

    private double[] place(double[] point) {
        return new double[] {across.at(point[0]), up.at(point[1])};
    }

    void dot(double x, double y, String hint) {
        drawing.dot(across.at(x), up.at(y), 4.5, "right", hint);
    }

    void end() {
        drawing.end();
        page.close();
    }
}
