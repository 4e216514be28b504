package dev.latido.backtest.page;

import dev.latido.backtest.Share;
import dev.latido.backtest.output.Figures;
import dev.latido.page.Drawing;
import dev.latido.page.Markup;
import dev.latido.page.Scale;
import java.util.OptionalDouble;

/** A share as a dot on a line from 0 to 100 %, with its interval, and a tick at what chance would give. */
final class IntervalPlot {

    private static final double WIDTH = 150;
    private static final double MIDDLE = 9;
    private static final Scale SCALE = new Scale(1, 5, WIDTH - 5);

    private IntervalPlot() {}

    static void draw(Markup page, Share share, OptionalDouble chance) {
        Drawing drawing = new Drawing(page, WIDTH, 18, "interval", Figures.share(share));
        drawing.line(SCALE.at(0), MIDDLE, SCALE.at(1), MIDDLE, "track");
        for (double tick : new double[] {0, 0.5, 1}) {
            drawing.line(SCALE.at(tick), MIDDLE - 2, SCALE.at(tick), MIDDLE + 2, "track");
        }
        if (share.of() > 0) {
            drawing.bar(
                    SCALE.at(share.low()),
                    MIDDLE - 3,
                    SCALE.at(share.high()) - SCALE.at(share.low()),
                    6,
                    "whisker",
                    Figures.percent(share.low()) + " to " + Figures.percent(share.high()));
        }
        chance.ifPresent(base -> drawing.line(SCALE.at(base), 1, SCALE.at(base), 17, "chance"));
        share.value()
                .ifPresent(value -> drawing.dot(
                        SCALE.at(value),
                        MIDDLE,
                        4,
                        "right",
                        Figures.count(share.hits()) + " of " + Figures.count(share.of())));
        drawing.end();
    }
}
