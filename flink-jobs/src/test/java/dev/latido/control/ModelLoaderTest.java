package dev.latido.control;

import static dev.latido.testing.ModelChanges.change;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.change.Change;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLoaderTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void whatAChangeNamesIsLoaded() throws IOException {
        ArtifactRef active = Artifacts.write(directory.resolve("a"), "churn", "1");
        ArtifactRef shadow = Artifacts.write(directory.resolve("b"), "churn", "2");

        LoadedChange loaded = ModelLoader.load(change("churn", active, shadow, null, Change.AT_ONCE));

        assertThat(loaded.active()).isEqualTo(Artifacts.content("churn", "1"));
        assertThat(loaded.shadow()).isEqualTo(Artifacts.content("churn", "2"));
        assertThat(((ModelContent) loaded.loaded(Role.ACTIVE).orElseThrow()).version())
                .isEqualTo("1");
    }

    @Test
    void aRemovalLoadsNothingAndWhatWasBeforeIsNotLoaded() throws IOException {
        ArtifactRef active = Artifacts.write(directory, "churn", "1");
        ArtifactRef gone = new ArtifactRef("/gone", active.sha256());

        assertThat(ModelLoader.load(ModelChange.removal("churn", "ada", "", Change.AT_ONCE)).active())
                .isNull();
        assertThat(ModelLoader.load(change("churn", active, null, gone, Change.AT_ONCE)).active())
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
                .isEqualTo(new Unloadable(
                        true,
                        "There is no artifact at " + directory.resolve("none")
                                + ": it is no directory with an artifact.yaml."));
    }

    private static Object load(ArtifactRef active) {
        return ModelLoader.load(change("churn", active, null, null, Change.AT_ONCE))
                .loaded(Role.ACTIVE)
                .orElseThrow();
    }

    private static String error(ArtifactRef active) {
        Unloadable unloadable = (Unloadable) load(active);
        assertThat(unloadable.absent()).isFalse();
        return unloadable.error();
    }
}
