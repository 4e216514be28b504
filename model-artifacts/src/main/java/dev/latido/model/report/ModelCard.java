package dev.latido.model.report;

import static java.util.Objects.requireNonNullElse;

import dev.latido.model.artifact.Kind;
import dev.latido.model.artifact.Label;
import dev.latido.model.artifact.Manifest;
import dev.latido.model.artifact.TrainingFacts;
import dev.latido.model.training.Importance;
import dev.latido.model.training.TrainedModel;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The file {@code MODEL_CARD.md}: what a model is for, what it was made of, how good it is, and what it cannot do. */
public final class ModelCard {

    private static final int MOST_FEATURES = 10;

    private final StringBuilder text = new StringBuilder();
    private final TrainedModel model;
    private final Manifest manifest;

    private ModelCard(TrainedModel model) {
        this.model = model;
        this.manifest = model.artifact().manifest();
    }

    /**
     * The card in Markdown.
     *
     * @param retrain the command that made the model
     */
    public static String of(TrainedModel model, String retrain) {
        ModelCard card = new ModelCard(model);
        card.purpose();
        card.data();
        card.quality();
        card.features();
        card.limits();
        card.line("## How to train it again").line("").line("    " + retrain).line("");
        card.line("The same rows, options and version of XGBoost give the same bytes.");
        return card.text.toString();
    }

    private void purpose() {
        line("# " + manifest.name() + " " + manifest.version()).line("");
        if (manifest.note() != null) {
            line("**" + manifest.note() + "**").line("");
        }
        line("## What it is for").line("");
        line(what()).line("");
        line("It is an XGBoost model of " + model.rounds() + " trees (`" + manifest.objective()
                + "`), to be used by Latido: for the order in which people look at customers"
                + (manifest.kind() == Kind.AMOUNT
                        ? ". It says how much is to be expected, not why, and not what would raise it."
                        : ", and for alerts. It says how likely something is, not why it happens, and not what would"
                                + " prevent it."));
        line("");
    }

    private String what() {
        Label label = manifest.label();
        if (label == null) {
            return "What it predicts is not known.";
        }
        if (manifest.kind() == Kind.AMOUNT) {
            return "It predicts " + label.name() + " (" + requireNonNullElse(label.unit(), "no unit")
                    + "), learned from " + days(label) + ".";
        }
        return label.horizonDays() == null
                ? "It gives the probability that the column " + label.name() + " is " + label.positive() + "."
                : "It gives the probability of " + label.name() + " within " + days(label) + ".";
    }

    private static String days(Label label) {
        return label.horizonDays() + " days";
    }

    private void data() {
        line("## What it was made of").line("");
        TrainingFacts facts = manifest.training();
        if (facts == null || facts.rows() == null) {
            line("Not known.").line("");
            return;
        }
        line("| Part | Rows | " + (facts.mean() == null ? "Came true" : "Mean") + " | From | To |");
        line("|---|---|---|---|---|");
        row(
                "learned from",
                new TrainingFacts.Part(
                        facts.from(), facts.to(), facts.rows(), facts.positives(), facts.baseRate(), facts.mean()));
        row("checked with", facts.validation());
        row("judged by", facts.test());
        line("").line("It was checked " + model.validation() + ". The rows that it is judged by were not used before.");
        line("");
    }

    private void row(String name, TrainingFacts.@Nullable Part part) {
        if (part == null) {
            return;
        }
        String share = part.baseRate() == null
                ? String.format(Locale.ROOT, "%.2f", requireNonNullElse(part.mean(), Double.NaN))
                : String.format(Locale.ROOT, "%,d (%.1f%%)", part.positives(), 100 * part.baseRate());
        line(String.format(
                Locale.ROOT,
                "| %s | %,d | %s | %s | %s |",
                name,
                part.rows(),
                share,
                requireNonNullElse(part.from(), "-"),
                requireNonNullElse(part.to(), "-")));
    }

    private void quality() {
        line("## How good it is")
                .line("")
                .line("On the rows that it is judged by:")
                .line("");
        line("| Metric | Value |").line("|---|---|");
        for (Map.Entry<String, Double> metric : manifest.metrics().entrySet()) {
            line("| " + MetricNames.of(metric.getKey()) + " | " + MetricNames.value(metric.getValue()) + " |");
        }
        line("");
        if (manifest.kind() == Kind.PROBABILITY) {
            String chosen = manifest.cuts() == null
                    ? "nobody chose them: they are the default"
                    : "chosen for " + manifest.cuts().chosenFor();
            line(String.format(
                    Locale.ROOT,
                    "A risk is high above %s and medium above %s; %s. %s",
                    model.artifact().cuts().high(),
                    model.artifact().cuts().medium(),
                    chosen,
                    manifest.calibration().isNone()
                            ? "Its probabilities are those of the trees; scaling them did not help."
                            : "Its probabilities are calibrated by Platt's scaling."));
            line("");
        }
    }

    private void features() {
        line("## What it looks at").line("");
        line("| Feature | Share of the gain |").line("|---|---|");
        for (Importance feature :
                model.importance().stream().limit(MOST_FEATURES).toList()) {
            line(String.format(
                    Locale.ROOT, "| `%s` | %.1f%% |", feature.feature().replace("|", "\\|"), 100 * feature.share()));
        }
        line("");
        line("It knows " + manifest.features().size() + " features and uses "
                + model.importance().size() + ". A feature that is missing is treated as such, not as 0.");
        line("");
    }

    private void limits() {
        line("## What it cannot do").line("");
        line(
                "- It knows customers like those above, in a time like that. When prices, the product or the customers change, it"
                        + " is wrong in ways that the numbers above do not show; watch its drift, and train it again.");
        line(
                "- What it was judged by is one stretch of time or one part of the customers; another gives other numbers.");
        if (manifest.kind() == Kind.PROBABILITY) {
            line("- Where people already act on predictions, those they keep look like false alarms afterwards.");
        }
        line(
                "- It was not checked for fairness between groups of people, and must not decide on its own about anybody.");
        line("");
    }

    private ModelCard line(String line) {
        text.append(line).append('\n');
        return this;
    }
}
