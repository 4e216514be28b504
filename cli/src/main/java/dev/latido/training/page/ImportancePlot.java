package dev.latido.training.page;

import dev.latido.model.training.Importance;
import dev.latido.page.Drawing;
import dev.latido.page.Markup;
import dev.latido.page.Scale;
import java.util.List;
import java.util.Locale;

/** A bar for each of the features that did most. */
final class ImportancePlot {

    private static final double WIDTH = 980;
    private static final double LEFT = 300;
    private static final double ROW = 24;
    private static final int MOST = 20;
    private static final int LONGEST_NAME = 40;

    private ImportancePlot() {}

    static void write(Markup page, List<Importance> importance) {
        List<Importance> first = importance.stream().limit(MOST).toList();
        if (first.isEmpty()) {
            return;
        }
        page.open("section").element("h2", "What it looks at");
        page.element(
                "p",
                "The share of each feature in all that splits gained. It says what the model uses, not what makes customers"
                        + " leave: of two features that say the same, one may get it all."
                        + (importance.size() > MOST ? " The first " + MOST + " of " + importance.size() + "." : ""));
        Drawing drawing =
                new Drawing(page, WIDTH, ROW * first.size() + 8, "importance", "Share of the gain, by feature");
        Scale share = new Scale(first.get(0).share(), LEFT, WIDTH - 60);
        double y = 4;
        for (Importance feature : first) {
            double width = share.at(feature.share()) - LEFT;
            drawing.text(LEFT - 10, y + 15, shortened(feature.feature()), "end", "label");
            drawing.bar(LEFT, y + 4, width, ROW - 9, "right", feature.feature() + ": " + feature.splits() + " splits");
            drawing.text(
                    LEFT + width + 6,
                    y + 15,
                    String.format(Locale.ROOT, "%.1f%%", 100 * feature.share()),
                    "start",
                    "value");
            y += ROW;
        }
        drawing.end();
        page.close();
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - 1).strip() + "\u2026";
    }
}
