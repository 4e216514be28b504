package dev.latido.training.page;

import dev.latido.model.artifact.Manifest;
import dev.latido.model.report.MetricNames;
import dev.latido.page.Markup;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The few numbers that one looks for first. */
final class MetricFigures {

    private static final List<String> FIRST = List.of(
            "auc",
            "prAuc",
            "precisionTopDecile",
            "leadTimeDays",
            "meanAbsoluteError",
            "rankCorrelation",
            "meanPredicted");

    private static final Map<String, String> SAID = Map.of(
            "auc", "AUC: 0.5 is chance, 1 is perfect",
            "prAuc", "average precision",
            "precisionTopDecile", "of the tenth with the highest scores come true",
            "leadTimeDays", "days before, in the middle",
            "meanAbsoluteError", "mean error",
            "rankCorrelation", "rank correlation: 0 is chance, 1 is perfect",
            "meanPredicted", "mean predicted");

    private MetricFigures() {}

    static void write(Markup page, Manifest manifest) {
        page.open("section", "class", "figures");
        for (String name : FIRST) {
            Double value = manifest.metrics().get(name);
            if (value != null) {
                page.open("div")
                        .element("b", text(name, value))
                        .element("span", SAID.getOrDefault(name, MetricNames.of(name)))
                        .element("small", more(name, manifest))
                        .close();
            }
        }
        page.close();
    }

    private static String text(String name, double value) {
        return switch (name) {
            case "precisionTopDecile" -> percent(value);
            case "leadTimeDays" -> String.format(Locale.ROOT, "%.1f", value);
            default -> MetricNames.value(value);
        };
    }

    private static String more(String name, Manifest manifest) {
        return switch (name) {
            case "prAuc" -> baseRate(manifest);
            case "precisionTopDecile" ->
                percent(manifest.metrics().get("recallTopDecile")) + " of all that come true are among them";
            case "leadTimeDays" -> "from the first time that it was predicted rightly";
            case "meanAbsoluteError" ->
                "the mean alone would be " + number(manifest.metrics().get("meanAbsoluteErrorOfMean")) + " off";
            case "meanPredicted" ->
                "the actual mean is " + number(manifest.metrics().get("meanActual"));
            default -> "";
        };
    }

    private static String baseRate(Manifest manifest) {
        return manifest.training() == null || manifest.training().test() == null
                ? ""
                : "chance gives " + percent(manifest.training().test().baseRate());
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, share < 0.0995 ? "%.1f%%" : "%.0f%%", 100 * share);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "-" : MetricNames.value(value);
    }
}
