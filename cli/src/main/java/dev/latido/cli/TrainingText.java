package dev.latido.cli;

import static java.util.Objects.requireNonNullElse;

import dev.latido.model.artifact.Cuts;
import dev.latido.model.artifact.Kind;
import dev.latido.model.artifact.Manifest;
import dev.latido.model.artifact.TrainingFacts;
import dev.latido.model.artifact.TrainingFacts.Part;
import dev.latido.model.report.MetricNames;
import dev.latido.model.training.Importance;
import dev.latido.model.training.TableTask;
import dev.latido.model.training.TrainedModel;
import dev.latido.training.FeatureTask;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code latido train} says. */
final class TrainingText {

    private static final int MOST_FEATURES = 5;
    private static final int DAY = 10;

    private final PrintWriter out;

    TrainingText(PrintWriter out) {
        this.out = out;
    }

    void recorded(FeatureTask task) {
        out.printf(
                Locale.ROOT,
                "%,d rows recorded; %,d to learn from and judge by, %,d left out after notice, %,d whose horizon is not"
                        + " over.%n",
                task.recorded(),
                task.rows().count(),
                task.left(),
                task.open());
        if (task.changed() > 0) {
            out.printf(Locale.ROOT, "Feedback changed %,d labels.%n", task.changed());
        }
        out.flush();
    }

    void table(TableTask task) {
        out.printf(
                Locale.ROOT,
                "%,d rows; %d features of %d columns; predicted is that %s is %s.%n",
                task.rows().count(),
                task.encoding().features().size(),
                task.encoding().columns().size(),
                task.label().column(),
                task.label().positive());
        out.flush();
    }

    void model(TrainedModel model) {
        Manifest manifest = model.artifact().manifest();
        parts(manifest);
        WrappedLines lines = new WrappedLines(out);
        lines.print("Checked " + model.validation() + ".");
        lines.print(model.rounds() + " rounds. " + decisions(model));
        out.println();
        TextTable metrics = new TextTable("On the rows that it is judged by", "");
        manifest.metrics().forEach((name, value) -> metrics.add(MetricNames.of(name), MetricNames.value(value)));
        metrics.print(out);
        out.println();
        out.println("Looks most at "
                + model.importance().stream()
                        .limit(MOST_FEATURES)
                        .map(Importance::feature)
                        .collect(Collectors.joining(", "))
                + ".");
    }

    private void parts(Manifest manifest) {
        TrainingFacts facts = manifest.training();
        if (facts == null) {
            return;
        }
        boolean isAmount = manifest.kind() == Kind.AMOUNT;
        TextTable parts = new TextTable("", "rows", isAmount ? "mean" : "came true", "from", "to");
        long rows = requireNonNullElse(facts.rows(), 0L);
        add(
                parts,
                "learned from",
                new Part(facts.from(), facts.to(), rows, facts.positives(), facts.baseRate(), facts.mean()));
        add(parts, "checked with", facts.validation());
        add(parts, "judged by", facts.test());
        parts.print(out);
    }

    private static void add(TextTable parts, String name, @Nullable Part part) {
        if (part == null) {
            return;
        }
        String share = part.baseRate() == null
                ? String.format(Locale.ROOT, "%,.2f", requireNonNullElse(part.mean(), Double.NaN))
                : String.format(Locale.ROOT, "%,d (%.1f%%)", part.positives(), 100 * part.baseRate());
        parts.add(name, String.format(Locale.ROOT, "%,d", part.rows()), share, day(part.from()), day(part.to()));
    }

    private static String day(@Nullable String time) {
        return time == null ? "-" : time.substring(0, DAY);
    }

    private static String decisions(TrainedModel model) {
        Manifest manifest = model.artifact().manifest();
        if (manifest.kind() != Kind.PROBABILITY) {
            return "";
        }
        Cuts cuts = model.artifact().cuts();
        return String.format(
                Locale.ROOT,
                "%s High is above %s, medium above %s (%s).",
                manifest.calibration().isNone() ? "Not calibrated: it would not help." : "Calibrated.",
                cuts.high(),
                cuts.medium(),
                requireNonNullElse(cuts.chosenFor(), "the default"));
    }

    void written(Path directory, List<String> files) {
        out.println("Written to " + directory + ": " + String.join(", ", files) + ".");
        out.flush();
    }
}
