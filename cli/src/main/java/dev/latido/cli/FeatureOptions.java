package dev.latido.cli;

import dev.latido.backtest.Truth;
import dev.latido.backtest.TruthFile;
import dev.latido.training.FeatureTask;
import dev.latido.training.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is to be learned from recorded features. */
final class FeatureOptions {

    private static final String FROM_EVENTS = "from-events";

    @Option(
            names = "--features",
            paramLabel = "FILE",
            description =
                    "features.jsonl of a replay, or the topic `features` as such a file, plain or gzip. Can be given"
                            + " several times.")
    private List<Path> features = List.of();

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "CSV of the customers that left, and when: see `latido backtest --help`.")
    private @Nullable Path truth;

    @Option(
            names = "--labels",
            paramLabel = FROM_EVENTS,
            description = "Go by the outcomes in the features file instead of by a truth file.")
    private @Nullable String labels;

    @Option(
            names = "--target",
            paramLabel = "WHAT",
            description =
                    "churn, voluntary or involuntary (unpaid) churn, contraction, upgrade, or revenue in 12 months"
                            + " (default: churn).")
    private @Nullable String target;

    @Option(
            names = "--horizon",
            paramLabel = "DAYS",
            converter = DaysText.class,
            description = "Within how many days it comes true (default: 30).")
    private @Nullable Duration horizon;

    @Option(
            names = "--every",
            paramLabel = "DAYS",
            converter = DaysText.class,
            description = "Take one row of each customer in so many days (default: 7).")
    private @Nullable Duration every;

    @Option(
            names = "--test-from",
            paramLabel = "INSTANT",
            converter = InstantText.class,
            description = "Judge by rows from then on (default: the last third of the time, or so).")
    private @Nullable Instant testFrom;

    @Option(
            names = "--feedback",
            paramLabel = "FILE",
            description =
                    "CSV with the columns customer, at and label: who was at-risk or not-at-risk at a time, as people"
                            + " found out. Who was, and stayed, is learned from as if they had left.")
    private @Nullable Path feedback;

    boolean isGiven() {
        return !features.isEmpty();
    }

    /** Refuses these options where a table is learned from. */
    void requireNone(Function<String, ParameterException> wrong) {
        boolean any = truth != null
                || labels != null
                || target != null
                || horizon != null
                || every != null
                || testFrom != null
                || feedback != null;
        if (any) {
            throw wrong.apply(
                    "--truth, --labels, --target, --horizon, --every, --test-from and --feedback go with --features,"
                            + " not with --table.");
        }
    }

    FeatureTask.Question question(Function<String, ParameterException> wrong) {
        if ((truth == null) == (labels == null)) {
            throw wrong.apply("Give either --truth FILE or --labels " + FROM_EVENTS + ".");
        }
        if (labels != null && !labels.equals(FROM_EVENTS)) {
            throw wrong.apply("--labels can only be " + FROM_EVENTS + ".");
        }
        Target what = target(wrong);
        if (truth != null && !what.isLeaving()) {
            throw wrong.apply(
                    "A truth file says who left; --target " + what.text() + " needs --labels " + FROM_EVENTS + ".");
        }
        if (feedback != null && what != Target.CHURN) {
            throw wrong.apply(
                    "--feedback says who was at risk of leaving, in whatever way; it does not go with --target "
                            + what.text() + ".");
        }
        return new FeatureTask.Question(
                features,
                truth(),
                what,
                horizon == null ? Duration.ofDays(30) : horizon,
                every == null ? 7 : (int) every.toDays(),
                Optional.ofNullable(testFrom),
                Optional.ofNullable(feedback));
    }

    private Optional<Truth> truth() {
        return Optional.ofNullable(truth).map(TruthFile::read);
    }

    private Target target(Function<String, ParameterException> wrong) {
        try {
            return target == null ? Target.CHURN : Target.of(target);
        } catch (IllegalArgumentException e) {
            throw wrong.apply("--target " + e.getMessage() + ".");
        }
    }
}
