package dev.latido.control;

import static dev.latido.testing.ModelChanges.change;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latido.change.Change;
import dev.latido.model.artifact.ArtifactDirectory;
import dev.latido.model.artifact.ArtifactFiles;
import dev.latido.model.artifact.Sha256;
import dev.latido.model.scorer.ScorerChoice;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.LoadedChange;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.ModelContent;
import dev.latido.scoring.Role;
import dev.latido.scoring.Unloadable;
import dev.latido.testing.Artifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelLoaderTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void whatAChangeNamesIsLoaded() throws IOException {
        ArtifactRef active = Artifacts.write(directory.resolve("a"), "churn", "1");
        ArtifactRef shadow = Artifacts.write(directory.resolve("b"), "churn", "2");

        LoadedChange loaded =
                ModelLoader.load(change("churn", active, shadow, null, Change.AT_ONCE), ScorerChoice.FOREST);

        assertThat(loaded.active()).isEqualTo(Artifacts.content("churn", "1"));
        assertThat(loaded.shadow()).isEqualTo(Artifacts.content("churn", "2"));
        assertThat(((ModelContent) loaded.loaded(Role.ACTIVE).orElseThrow()).version())
                .isEqualTo("1");
    }

    @Test
    void aRemovalLoadsNothingAndWhatWasBeforeIsNotLoaded() throws IOException {
        ArtifactRef active = Artifacts.write(directory, "churn", "1");
        ArtifactRef gone = new ArtifactRef("/gone", active.sha256());

        assertThat(ModelLoader.load(ModelChange.removal("churn", "ada", "", Change.AT_ONCE), ScorerChoice.FOREST)
                        .active())
                .isNull();
        assertThat(ModelLoader.load(change("churn", active, null, gone, Change.AT_ONCE), ScorerChoice.FOREST)
                        .active())
                .isInstanceOf(ModelContent.class);
    }

    @Test
    void aByteThatHasChangedIsFound() throws IOException {
        ArtifactRef active = Artifacts.write(directory, "churn", "1");
        byte[] model = Files.readAllBytes(directory.resolve("model.json"));
        model[model.length / 2] ^= 1;
        Files.write(directory.resolve("model.json"), model);

        assertThat(error(active))
                .startsWith("The artifact at " + directory + " cannot be used: model.json has been changed: ");
    }

    /** Whoever writes such artifacts means it: their SHA-256 are right. */
    @ParameterizedTest
    @MethodSource
    void whatCannotBeScoredWithIsRefusedInASentence(String model, String feature, String sentence) throws IOException {
        byte[] trees = model.getBytes(UTF_8);
        byte[] manifest = Artifacts.manifest("churn", "1", trees, feature);
        ArtifactDirectory.write(directory, Map.of(ArtifactFiles.MANIFEST, manifest, ArtifactFiles.MODEL_JSON, trees));

        assertThat(error(new ArtifactRef(directory.toString(), Sha256.of(manifest))))
                .startsWith("The artifact at " + directory + " cannot be used: ")
                .contains(sentence)
                .endsWith(".")
                .doesNotContain("\n");
    }

    static Stream<Arguments> whatCannotBeScoredWithIsRefusedInASentence() {
        String model = Artifacts.model(0.5f, "sessions7");
        return Stream.of(
                arguments(model.substring(0, model.length() / 2), "sessions7", "model.json cannot be used: "),
                arguments(
                        model.replace("\"left_children\": [1,", "\"left_children\": [0,"),
                        "sessions7",
                        "model.json cannot be used: "),
                arguments(
                        model, "sessions30", "artifact.yaml lists sessions30 as feature 1, but in model.json that is"),
                arguments(
                        model.replace("binary:logistic", "rank:unknown"),
                        "sessions7",
                        "objective 'rank:unknown' is not supported"));
    }

    @Test
    void anotherArtifactThanWasAskedForIsRefused() throws IOException {
        ArtifactRef active = Artifacts.write(directory, "churn", "1");
        ArtifactRef asked = new ArtifactRef(active.location(), "0".repeat(64));

        assertThat(error(asked))
                .contains("artifact.yaml has been changed: its SHA-256 is " + active.sha256(), asked.sha256());
    }

    @Test
    void anArtifactOfAnotherModelIsRefused() throws IOException {
        assertThat(error(Artifacts.write(directory, "ltv", "1")))
                .isEqualTo("The artifact at " + directory + " is of model ltv, but the record of model churn.");
    }

    @Test
    void whatIsNotThereIsTold() {
        assertThat(load(new ArtifactRef(directory.resolve("none").toString(), "0".repeat(64))))
                .isEqualTo(new Unloadable("There is no artifact at " + directory.resolve("none")
                        + ": it is no directory with an artifact.yaml."));
    }

    private static Object load(ArtifactRef active) {
        return ModelLoader.load(change("churn", active, null, null, Change.AT_ONCE), ScorerChoice.FOREST)
                .loaded(Role.ACTIVE)
                .orElseThrow();
    }

    private static String error(ArtifactRef active) {
        return ((Unloadable) load(active)).error();
    }
}
