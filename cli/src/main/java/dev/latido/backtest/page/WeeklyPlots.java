package dev.latido.backtest.page;

import dev.latido.backtest.BacktestReport;
import dev.latido.backtest.JudgedFiring;
import dev.latido.backtest.Outcome;
import dev.latido.backtest.Weeks;
import dev.latido.backtest.output.Figures;
import dev.latido.page.Drawing;
import dev.latido.page.Markup;
import dev.latido.page.Scale;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When each rule fired: bars by week, each rule on a scale of its own, split by what came of the alerts. */
final class WeeklyPlots {

    private static final double WIDTH = 300;
    private static final double HEIGHT = 96;
    private static final double BASE = HEIGHT - 16;
    private static final double TOP = 14;
    private static final List<String> KINDS = List.of("right", "wrong", "open");

    private final Markup page;
    private final Weeks weeks;
    private final boolean judged;

    private WeeklyPlots(Markup page, BacktestReport report) {
        this.page = page;
        this.weeks = report.weeks();
        this.judged = report.truth().isPresent();
    }

    static void write(Markup page, BacktestReport report) {
        page.open("section").element("h2", "When they fired");
        page.element("p", "Alerts by week, each rule on its own scale; the number is the highest week.");
        WeeklyPlots plots = new WeeklyPlots(page, report);
        if (plots.judged) {
            plots.key();
        }
        page.open("div", "class", "multiples");
        Numbered.of(report).forEach(plots::rule);
        page.close().close();
    }

    private void key() {
        page.open("p", "class", "key");
        page.open("span", "class", "swatch right").close().text(" left within the horizon ");
        page.open("span", "class", "swatch wrong").close().text(" did not, or had left before ");
        page.open("span", "class", "swatch open")
                .close()
                .text(" open: too near the end to say")
                .close();
    }

    private void rule(Numbered rule) {
        page.open("figure").open("figcaption");
        page.element("span", Integer.toString(rule.number()), "class", "badge").text(" " + rule.title());
        page.close();
        List<int[]> counts = counts(rule.performance().alerts());
        int most = counts.stream()
                .mapToInt(week -> week[0] + week[1] + week[2])
                .max()
                .orElse(0);
        Drawing drawing = new Drawing(page, WIDTH, HEIGHT, "weekly", "Alerts by week of " + rule.id());
        drawing.line(0, BASE, WIDTH, BASE, "axis");
        bars(drawing, counts, new Scale(Math.max(1, most), 0, BASE - TOP), most);
        drawing.text(0, HEIGHT - 3, date(0), "start", "tick");
        if (weeks.count() > 2) {
            drawing.text(WIDTH, HEIGHT - 3, date(weeks.count() - 1), "end", "tick");
        }
        drawing.end();
        page.close();
    }

    private void bars(Drawing drawing, List<int[]> counts, Scale heights, int most) {
        double step = WIDTH / weeks.count();
        boolean named = false;
        for (int week = 0; week < weeks.count(); week++) {
            double y = BASE;
            for (int kind = 0; kind < KINDS.size(); kind++) {
                double height = heights.at(counts.get(week)[kind]);
                y -= height;
                if (height > 0) {
                    drawing.bar(
                            week * step + step * 0.1,
                            y,
                            step * 0.8,
                            height,
                            judged ? KINDS.get(kind) : "load",
                            hint(week, counts, kind));
                }
            }
            if (!named && most > 0 && BASE - y >= BASE - TOP - 0.01) {
                drawing.text(week * step + step / 2, TOP - 4, Figures.count(most), edge(week), "value");
                named = true;
            }
        }
    }

    /** So that a number above the first or last bar is not cut off. */
    private String edge(int week) {
        return week == 0 ? "start" : week == weeks.count() - 1 ? "end" : "middle";
    }

    private String hint(int week, List<int[]> counts, int kind) {
        return "week of " + date(week) + ": " + Figures.count(counts.get(week)[kind])
                + (judged ? " " + KINDS.get(kind) : "");
    }

    /** For each week how many alerts were right, were wrong, and are open. */
    private List<int[]> counts(List<JudgedFiring> alerts) {
        List<int[]> counts = new ArrayList<>();
        for (int week = 0; week < weeks.count(); week++) {
            counts.add(new int[KINDS.size()]);
        }
        for (JudgedFiring alert : alerts) {
            long week = Duration.between(weeks.start(), alert.firing().at()).toDays() / 7;
            counts.get((int) week)[kind(alert)]++;
        }
        return counts;
    }

    private static int kind(JudgedFiring alert) {
        if (!alert.judged()) {
            return alert.outcome().isEmpty() ? 1 : 2;
        }
        return alert.outcome().equals(Optional.of(Outcome.CHURNED)) ? 0 : 1;
    }

    private String date(int week) {
        return LocalDate.ofInstant(weeks.start(week), ZoneOffset.UTC).toString();
    }
}
