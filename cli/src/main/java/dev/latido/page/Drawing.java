package dev.latido.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An SVG picture inside the page; how it looks is in the style sheet, by class. */
public final class Drawing {

    private final Markup page;

    /** Begins a picture of a size that scales with the page; {@code name} is for those who do not see it. */
    public Drawing(Markup page, double width, double height, String kind, String name) {
        this.page = page;
        page.open(
                "svg",
                "viewBox",
                "0 0 " + number(width) + " " + number(height),
                "class",
                kind,
                "role",
                "img",
                "aria-label",
                name);
    }

    public void line(double x1, double y1, double x2, double y2, String kind) {
        page.open("line", "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2), "class", kind)
                .close();
    }

    /** A bar; {@code hint} shows when one points at it. */
    public void bar(double x, double y, double width, double height, String kind, String hint) {
        page.open(
                "rect",
                "x",
                number(x),
                "y",
                number(y),
                "width",
                number(Math.max(0, width)),
                "height",
                number(Math.max(0, height)),
                "class",
                kind);
        hint(hint);
    }

    public void dot(double x, double y, double radius, String kind, String hint) {
        page.open("circle", "cx", number(x), "cy", number(y), "r", number(radius), "class", kind);
        hint(hint);
    }

    /** Text; {@code anchor} is start, middle or end. */
    public void text(double x, double y, String text, String anchor, String kind) {
        page.element("text", text, "x", number(x), "y", number(y), "text-anchor", anchor, "class", kind);
    }

    /** A line through points, each an x and a y. */
    public void curve(List<double[]> points, String kind) {
        String places = points.stream()
                .map(point -> number(point[0]) + "," + number(point[1]))
                .collect(Collectors.joining(" "));
        page.open("polyline", "points", places, "class", kind).close();
    }

    private void hint(String hint) {
        if (!hint.isEmpty()) {
            page.element("title", hint);
        }
        page.close();
    }

    public void end() {
        page.close();
    }

    public static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
