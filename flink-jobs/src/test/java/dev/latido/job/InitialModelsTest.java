package dev.latido.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.latido.change.Request;
import dev.latido.model.artifact.ModelArtifact;
import dev.latido.model.artifact.UnusableArtifactException;
import dev.latido.scoring.ArtifactReader;
import dev.latido.scoring.LoadedChange;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.ModelContent;
import dev.latido.scoring.Role;
import dev.latido.testing.Artifacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitialModelsTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void anArtifactIsOfTheModelThatItNames() throws Exception {
        Artifacts.write(directory.resolve("a"), "churn", "1");
        Artifacts.write(directory.resolve("b"), "ltv", "1");

        assertThat(models(List.of(directory.resolve("a").toString(), directory.resolve("b") + "/../b")))
                .extracting(Request::subject, change -> ((ModelChange) change).active())
                .containsExactly(
                        tuple("churn", Artifacts.write(directory.resolve("a"), "churn", "1")),
                        tuple("ltv", Artifacts.write(directory.resolve("b"), "ltv", "1")));
    }

    @Test
    void aFileOfXgboostsIsOfModelChurnAndIsNoOtherWhereverItIsReadAgain() throws Exception {
        Path file = Files.writeString(directory.resolve("trees.json"), Artifacts.model(0.5f, "sessions7"));

        LoadedChange change = (LoadedChange) models(List.of(file.toString())).get(0);

        assertThat(change.subject()).isEqualTo("churn");
        assertThat(change.change().active()).isNotNull();
        assertThat(change.change().active().location()).isEqualTo(file.toString());
        ModelContent content = (ModelContent) change.loaded(Role.ACTIVE).orElseThrow();
        ModelArtifact read = ArtifactReader.read(content.files(), Optional.of(content.sha256()));
        assertThat(read.manifest().featureNames()).containsExactly("sessions7");
        assertThat(models(List.of(file.toString()))).isEqualTo(List.of(change));
    }

    @Test
    void featuresAreNamedWhereTheFileDoesNot() throws Exception {
        String nameless = Artifacts.model(0.5f, "x").replace("[\"x\"]", "[]");
        Path file = Files.writeString(directory.resolve("trees.json"), nameless);

        LoadedChange change =
                (LoadedChange) InitialModels.fromTheBeginning(List.of(file.toString()), List.of("sessions7"))
                        .get(0);

        ModelContent content = (ModelContent) change.loaded(Role.ACTIVE).orElseThrow();
        assertThat(ArtifactReader.read(content.files(), Optional.empty())
                        .manifest()
                        .featureNames())
                .containsExactly("sessions7");
        assertThatThrownBy(() -> InitialModels.fromTheBeginning(List.of(file.toString()), List.of("a", "b")))
                .isInstanceOf(UnusableArtifactException.class)
                .hasMessage("The model " + file + " cannot be used: The model has 1 features, but 2 are named.");
    }

    @Test
    void featuresThatAreNamedOtherwiseAreRefused() throws Exception {
        Path file = Files.writeString(directory.resolve("trees.json"), Artifacts.model(0.5f, "sessions7"));

        assertThatThrownBy(() -> InitialModels.fromTheBeginning(List.of(file.toString()), List.of("idleDays")))
                .isInstanceOf(UnusableArtifactException.class)
                .hasMessage("The model " + file + " cannot be used: It names its features itself, and otherwise:"
                        + " sessions7.");
    }

    @Test
    void whatCannotBeUsedIsRefusedInASentence() throws Exception {
        Path file = Files.writeString(directory.resolve("trees.json"), "{}");
        Artifacts.write(directory.resolve("a"), "churn", "1");
        Artifacts.write(directory.resolve("b"), "churn", "2");

        assertThatThrownBy(() -> models(List.of(file.toString())))
                .isInstanceOf(UnusableArtifactException.class)
                .hasMessageStartingWith("The model " + file + " cannot be used: ");
        assertThatThrownBy(() -> models(List.of(directory.resolve("none").toString())))
                .hasMessage("There is no artifact at " + directory.resolve("none")
                        + ": it is no directory with an artifact.yaml.");
        assertThatThrownBy(() -> models(List.of(
                        directory.resolve("a").toString(),
                        directory.resolve("b").toString())))
                .hasMessage("Two of the artifacts are of model churn; a run begins with one.");
    }

    private static List<Request> models(List<String> places) throws UnusableArtifactException {
        return InitialModels.fromTheBeginning(places, List.of());
    }
}
