package dev.latido.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.latido.model.artifact.Label;
import dev.latido.model.artifact.Manifest;
import dev.latido.model.artifact.TrainingFacts;
import dev.latido.model.booster.Objective;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainerTest {

    @Test
    void sameRowsAndSeedGiveTheSameBytes() {
        Map<String, byte[]> one = Samples.model().files();
        Map<String, byte[]> other = Samples.model().files();

        assertThat(one).containsOnlyKeys("artifact.yaml", "model.json", "golden.csv", "reference.json");
        one.forEach((name, content) -> assertThat(other.get(name)).as(name).isEqualTo(content));
    }

    @Test
    void anotherSeedGivesAnotherModel() {
        TrainingRows rows = Samples.weekly(300, 4, 1);
        Parts parts = SubjectFolds.heldOut(rows);
        TrainingPlan plan = Samples.plan(CutChoice.NONE);
        TrainingPlan other = new TrainingPlan(
                plan.name(),
                plan.version(),
                plan.objective(),
                plan.label(),
                plan.hyperparameters().withSeed(8),
                plan.cuts(),
                plan.table(),
                plan.note());

        assertThat(Trainer.train(rows, parts, other).files().get("model.json"))
                .isNotEqualTo(Trainer.train(rows, parts, plan).files().get("model.json"));
    }

    @Test
    void aModelFindsWhatIsThereToFind() {
        TrainingRows rows = Samples.weekly(600, 20, 2);
        TimeSplit split = TimeSplit.of(
                Samples.START, Samples.START.plus(Duration.ofDays(133)), Duration.ofDays(30), Optional.empty());

        TrainedModel model = Trainer.train(rows, split.parts(rows), Samples.plan(CutChoice.capacity(0.1)));

        Manifest manifest = model.artifact().manifest();
        // The AUC of the probabilities that the labels were drawn with is 0.80.
        assertThat(metric(manifest, "auc")).isBetween(0.76, 0.83);
        assertThat(metric(manifest, "calibrationError")).isLessThan(0.05);
        assertThat(metric(manifest, "shareHigh")).isCloseTo(0.1, within(0.03));
        assertThat(metric(manifest, "leadTimeDays")).isBetween(8.0, 13.0);
        assertThat(model.importance().get(model.importance().size() - 1).feature())
                .isEqualTo("noise");
        assertThat(model.importance().stream().mapToDouble(Importance::share).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void manifestSaysWhatItWasTrainedOn() {
        TrainingRows rows = Samples.weekly(100, 20, 2);
        TimeSplit split = TimeSplit.of(
                Samples.START, Samples.START.plus(Duration.ofDays(133)), Duration.ofDays(30), Optional.empty());

        Manifest manifest = Trainer.train(rows, split.parts(rows), Samples.plan(CutChoice.NONE))
                .artifact()
                .manifest();

        TrainingFacts facts = Objects.requireNonNull(manifest.training());
        assertThat(facts.from()).isEqualTo("2025-01-01T00:00:00Z");
        assertThat(facts.seed()).isEqualTo(7);
        assertThat(Objects.requireNonNull(facts.test()).to()).isEqualTo("2025-05-14T00:00:00Z");
        assertThat(Objects.requireNonNull(facts.rows()))
                .isPositive()
                .isEqualTo(
                        facts.positives() == null
                                ? -1
                                : Math.round(facts.positives() / Objects.requireNonNull(facts.baseRate())));
        assertThat(manifest.xgboost()).isEqualTo("3.0.4");
        assertThat(manifest.parameters()).containsEntry("maxDepth", 3).containsKey("rounds");
        assertThat(manifest.note()).isEqualTo("All of it is made up.");
    }

    @Test
    void goldenRowsHaveMissingValuesAndOneHasNothingElse() {
        List<String> lines = new String(
                        Objects.requireNonNull(Samples.model().files().get("golden.csv")), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(lines).hasSize(65);
        assertThat(lines.get(0)).isEqualTo("sessions7,idleDays,noise,margin,prediction");
        assertThat(lines.get(64)).startsWith(",,,");
        assertThat(lines.subList(49, 64)).anyMatch(line -> line.startsWith(",") && !line.startsWith(",,,"));
    }

    @Test
    void amountsAreLearnedToo() {
        TrainingRows rows = Samples.amounts(500, 1);
        TrainingPlan plan = new TrainingPlan(
                "ltv",
                Optional.empty(),
                Objective.REG_TWEEDIE,
                new Label("revenue", 30, null, "currency units in 12 months"),
                Samples.quick(),
                CutChoice.NONE,
                Optional.empty(),
                Optional.empty());

        TrainedModel model = Trainer.train(rows, SubjectFolds.heldOut(rows), plan);

        Manifest manifest = model.artifact().manifest();
        assertThat(metric(manifest, "meanAbsoluteError")).isLessThan(0.5 * metric(manifest, "meanAbsoluteErrorOfMean"));
        assertThat(metric(manifest, "rankCorrelation")).isGreaterThan(0.8);
        assertThat(manifest.objective()).isEqualTo("reg:tweedie");
        assertThat(manifest.version()).matches("2025-01-01-[0-9a-f]{8}");
        assertThat(model.test()).isEmpty();
        assertThat(model.amounts()).isNotEmpty();
    }

    @Test
    void featuresMayHaveAnyNames() {
        for (String name : List.of("q\"uo\\te, <b>", "a\u00f1o", "\ud83d\ude00")) {
            TrainingRows rows = Samples.weekly(100, 1, 1, name);

            Manifest manifest = Trainer.train(rows, SubjectFolds.heldOut(rows), Samples.plan(CutChoice.NONE))
                    .artifact()
                    .manifest();

            assertThat(manifest.featureNames()).containsExactly(name, "idleDays", "noise");
        }
    }

    @Test
    void tooLittleToLearnFromIsAFailure() {
        TrainingRows rows = Samples.weekly(20, 1, 1);

        assertThatExceptionOfType(TrainingException.class)
                .isThrownBy(() -> Trainer.train(rows, SubjectFolds.heldOut(rows), Samples.plan(CutChoice.NONE)))
                .withMessageMatching(
                        "Of the rows to learn from, \\d+ came true and \\d+ did not; at least 10 of each are"
                                + " needed\\.");
    }

    private static double metric(Manifest manifest, String name) {
        return Objects.requireNonNull(manifest.metrics().get(name), name);
    }
}
