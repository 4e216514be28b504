package dev.latido.training.page;

import static java.util.Objects.requireNonNullElse;

import dev.latido.model.artifact.Kind;
import dev.latido.model.artifact.Label;
import dev.latido.model.artifact.Manifest;
import dev.latido.model.evaluation.LabelledScores;
import dev.latido.model.training.TrainedModel;
import dev.latido.page.Markup;
import dev.latido.page.Stylesheet;

/** The page: it holds its style and pictures, loads nothing, and runs nothing. */
public final class TrainingPage {

    private TrainingPage() {}

    public static String of(TrainedModel model) {
        Manifest manifest = model.artifact().manifest();
        Markup page = new Markup();
        page.open("html", "lang", "en").open("head");
        page.empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.element("title", manifest.name() + " " + manifest.version())
                .style(Stylesheet.read())
                .close();
        page.open("body").open("main");
        header(page, model);
        MetricFigures.write(page, manifest);
        note(page, manifest);
        PartTable.write(page, manifest);
        model.test().ifPresent(test -> probabilities(page, test));
        if (!model.amounts().isEmpty()) {
            AmountPlot.write(page, model);
        }
        ImportancePlot.write(page, model.importance());
        RoundsPlot.write(page, model);
        MetricTable.write(page, manifest);
        Meanings.write(page, manifest.kind());
        return page.close().close().close().document();
    }

    private static void header(Markup page, TrainedModel model) {
        Manifest manifest = model.artifact().manifest();
        page.open("header").element("h1", "How good " + manifest.name() + " " + manifest.version() + " is");
        page.element("p", what(manifest));
        page.element(
                "p",
                model.rounds() + " trees, " + manifest.objective() + ", XGBoost "
                        + requireNonNullElse(manifest.xgboost(), "of an unknown version") + ".");
        page.close();
    }

    private static String what(Manifest manifest) {
        Label label = manifest.label();
        if (label == null) {
            return "";
        }
        if (manifest.kind() == Kind.AMOUNT) {
            return "The " + label.name() + " of a customer, in " + label.unit() + ".";
        }
        return label.horizonDays() == null
                ? "The probability that " + label.name() + " is " + label.positive() + "."
                : "The probability of " + label.name() + " within " + label.horizonDays() + " days.";
    }

    private static void note(Markup page, Manifest manifest) {
        if (manifest.note() != null) {
            page.open("section", "class", "notes")
                    .element("h2", "Before you believe it")
                    .element("p", manifest.note())
                    .close();
        }
    }

    private static void probabilities(Markup page, LabelledScores test) {
        page.open("section").element("h2", "Whom it finds");
        page.element(
                "p",
                "Left: of those who came true (up) and of the others (right), the share at or above each score. Right: of"
                        + " those at or above each score, the share that came true (up), against the share of all that came"
                        + " true which is among them (right). Dashed is what scores drawn at random would give.");
        page.open("div", "class", "plots");
        RocPlot.write(page, test);
        PrecisionRecallPlot.write(page, test);
        page.close().close();
        page.open("section").element("h2", "What its probabilities and its order are worth");
        page.element(
                "p",
                "Left: rows in ten groups by probability, what came of them against what was predicted; on the dashed line"
                        + " the two agree. Right: how many times more come true among the highest scores than among all.");
        page.open("div", "class", "plots");
        CalibrationPlot.write(page, test);
        LiftPlot.write(page, test);
        page.close().close();
    }
}
