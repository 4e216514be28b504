package dev.latido.control;

import static dev.latido.testing.Artifacts.content;
import static dev.latido.testing.ModelChanges.announce;
import static dev.latido.testing.ModelChanges.change;
import static dev.latido.testing.ModelChanges.loaded;
import static dev.latido.testing.ModelChanges.remove;
import static dev.latido.testing.ModelChanges.replace;
import static dev.latido.testing.ModelChanges.unloadable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latido.change.Change;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.EffectiveModel;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.ModelStatus;
import dev.latido.testing.Artifacts;
import dev.latido.testing.RuleChanges;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models in the stage that keeps the time of all customers. */
class ControlModelsTest {

    private static final long NOON = 1_735_732_800_000L;
    private static final long DAY = Duration.ofDays(1).toMillis();

    @TempDir
    private Path directory = Path.of("");

    private ControlHarness stage;

    @BeforeEach
    void open() throws Exception {
        stage = ControlHarness.live();
        stage.wallClock(0);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aModelTakesEffectJustAfterTheTimePassedOnAndComesWithItsContentBeforeAnyLaterOne() throws Exception {
        stage.watermark(NOON);
        stage.change(loaded(announce("churn", "1")));
        stage.watermark(NOON + 1);

        assertThat(stage.passedOn())
                .containsExactly(
                        NOON,
                        content("churn", "1"),
                        new EffectiveModel(1, NOON, NOON + 1, announce("churn", "1")),
                        NOON + 1);
    }

    @Test
    void whatIsRefusedIsPublishedAndNotPassedOn() throws Exception {
        stage.watermark(NOON);
        stage.change(loaded(announce("churn", "1")));
        stage.change(unloadable(announce("churn", "2"), "It is broken."));

        assertThat(stage.modelStatuses())
                .extracting(ModelStatus::status, ModelStatus::version)
                .containsExactly(tuple("accepted", "1"), tuple("refused", null));
        assertThat(stage.passedOn()).hasSize(3);
    }

    @Test
    void afterARestartAllThatHoldsOrWaitsIsPassedOnAgainBeforeAnyTime() throws Exception {
        stage.watermark(NOON);
        stage.change(loaded(announce("churn", "1")));
        stage.change(loaded(announce("churn", "2", NOON + DAY)));
        stage.change(loaded(announce("ltv", "1")));
        List<Object> before = stage.passedOn();
        stage.restart();
        stage.watermark(NOON + 1);

        List<Object> sent = before.subList(1, before.size());
        List<Object> after =
                stage.passedOn().subList(before.size(), stage.passedOn().size());
        assertThat(after.subList(0, after.size() - 1)).isEqualTo(sent);
        assertThat(after).endsWith(NOON + 1);
        assertThat(stage.modelStatuses()).as("nothing is said again").hasSize(3);
    }

    @Test
    void afterARestartOneCanStillGoBackToWhatIsNotThereAnyMore() throws Exception {
        stage.watermark(NOON);
        stage.change(loaded(announce("churn", "1")));
        stage.change(loaded(replace("churn", "2", "1")));
        stage.watermark(NOON + DAY);
        stage.change(loaded(replace("churn", "2", "1")));
        stage.restart();
        stage.change(unloadable(replace("churn", "1", "2"), "It is not there."));

        assertThat(stage.passedOn())
                .endsWith(
                        content("churn", "1"),
                        new EffectiveModel(4, NOON + DAY, NOON + DAY + 1, replace("churn", "1", "2")));
    }

    @Test
    void rulesAndModelsAreNumberedForThemselves() throws Exception {
        stage.change(RuleChanges.apply("a", 1));
        stage.change(loaded(announce("churn", "1")));

        assertThat(stage.changes()).extracting(change -> change.changeId()).containsExactly(1L);
        assertThat(stage.modelStatuses()).extracting(ModelStatus::changeId).containsExactly(1L);
    }

    @Test
    void aStageWithoutStateLoadsItsModelsBeforeAnyTime() throws Exception {
        ModelChange good = change("churn", artifact("churn", "1"), null, null, Change.AT_ONCE);
        ModelChange bad = change("ltv", Artifacts.ref("ltv", "gone"), null, null, Change.AT_ONCE);
        try (ControlHarness fresh = ControlHarness.beginningWith(good, bad)) {
            fresh.watermark(NOON);

            assertThat(fresh.passedOn())
                    .containsExactly(
                            content("churn", "1"),
                            new EffectiveModel(1, Long.MIN_VALUE, Long.MIN_VALUE + 1, good),
                            NOON);
            assertThat(fresh.modelStatuses())
                    .extracting(ModelStatus::model, ModelStatus::status)
                    .containsExactly(tuple("churn", "accepted"), tuple("ltv", "refused"));
        }
    }

    @Test
    void aStageWithStateDoesNotBeginAgain() throws Exception {
        ModelChange good = change("churn", artifact("churn", "1"), null, null, Change.AT_ONCE);
        try (ControlHarness restarted = ControlHarness.beginningWith(good)) {
            restarted.change(loaded(remove("churn")));
            restarted.restart();

            assertThat(restarted.modelStatuses())
                    .extracting(ModelStatus::status)
                    .containsExactly("accepted", "removed");
        }
    }

    private ArtifactRef artifact(String model, String version) throws Exception {
        return Artifacts.write(directory.resolve(version), model, version);
    }
}
