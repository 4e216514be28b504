package dev.latido.cli;

import static java.util.Objects.requireNonNullElse;

import dev.latido.model.artifact.Label;
import dev.latido.model.booster.Objective;
import dev.latido.model.table.TableEncoding;
import dev.latido.model.training.CutChoice;
import dev.latido.model.training.Hyperparameters;
import dev.latido.model.training.TrainingPlan;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a model is to be learned, and what it is called. */
final class LearningOptions {

    private static final Pattern SHARE = Pattern.compile("(\\d*\\.?\\d+) ?(%?)");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description =
                    "What the model is called (default: churn, ltv for revenue, upsell for upgrade, or the target).")
    private @Nullable String name;

    @Option(
            names = "--as",
            paramLabel = "VERSION",
            description = "Its version (default: the day of the last row and a part of the model's SHA-256).")
    private @Nullable String version;

    @Option(
            names = "--precision",
            paramLabel = "SHARE",
            description = "Choose the cuts so that this share of the high ones comes true, such as 0.5 or 50%%; medium"
                    + " are those half way from there to the base rate.")
    private @Nullable String precision;

    @Option(
            names = "--capacity",
            paramLabel = "SHARE",
            description =
                    "Choose the cuts so that this share of the rows is high, such as 5%%; medium and up, three times"
                            + " as many. Without either, high is above 0.7 and medium above 0.4.")
    private @Nullable String capacity;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "Of everything that is drawn (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--max-depth",
            paramLabel = "N",
            description = "The most splits from root to leaf (default: 3 with --features, 4 with --table).")
    private @Nullable Integer maxDepth;

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            description = "What each tree counts (default: 0.05 with --features, 0.1 with --table).")
    private @Nullable Double learningRate;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description =
                    "The most trees; fewer when more do not help (default: 1000 with --features, 500 with --table).")
    private @Nullable Integer rounds;

    @Option(names = "--note", paramLabel = "TEXT", description = "What else readers of the model card should know.")
    private @Nullable String note;

    /** @throws IllegalArgumentException with a sentence, where one of them makes no sense */
    TrainingPlan plan(String usualName, Objective objective, Label label, Optional<TableEncoding> encoding) {
        CutChoice cuts = cuts();
        if (cuts != CutChoice.NONE && objective != Objective.BINARY_LOGISTIC) {
            throw new IllegalArgumentException("--precision and --capacity are for probabilities, not for amounts.");
        }
        return new TrainingPlan(
                name == null ? usualName : name,
                Optional.ofNullable(version),
                objective,
                label,
                hyperparameters(encoding.isPresent() ? Hyperparameters.DEFAULT : Hyperparameters.REPEATED),
                cuts,
                encoding,
                Optional.ofNullable(note));
    }

    private Hyperparameters hyperparameters(Hyperparameters usual) {
        return usual.withTrees(
                        requireNonNullElse(maxDepth, usual.maxDepth()),
                        requireNonNullElse(learningRate, usual.learningRate()),
                        requireNonNullElse(rounds, usual.maxRounds()))
                .withSeed(seed);
    }

    private CutChoice cuts() {
        if (precision != null && capacity != null) {
            throw new IllegalArgumentException("Give --precision or --capacity, not both.");
        }
        if (precision != null) {
            return CutChoice.precision(share("--precision", precision, 0.99));
        }
        return capacity == null ? CutChoice.NONE : CutChoice.capacity(share("--capacity", capacity, 0.33));
    }

    private static double share(String option, String text, double most) {
        Matcher matcher = SHARE.matcher(text.strip());
        double share = matcher.matches()
                ? Double.parseDouble(matcher.group(1)) / (matcher.group(2).isEmpty() ? 1 : 100)
                : 0;
        if (share <= 0 || share > most) {
            throw new IllegalArgumentException(option + " is '" + text + "', which is not a share above 0 and up to "
                    + most + ", like 5% or 0.05.");
        }
        return share;
    }
}
