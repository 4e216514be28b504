package dev.latido.model.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latido.model.training.Samples;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelArtifactTest {

    private static Map<String, byte[]> trained = Map.of();

    private final Map<String, byte[]> files = new HashMap<>();

    @TempDir
    private Path directory = Path.of("");

    @BeforeAll
    static void train() {
        trained = Samples.model().files();
    }

    @BeforeEach
    void files() {
        files.putAll(trained);
    }

    @Test
    void anArtifactIsWhatItSays() throws Exception {
        ModelArtifact artifact = ModelArtifact.of(files, Optional.of(Sha256.of(content("artifact.yaml"))));

        assertThat(artifact.manifest().name()).isEqualTo("churn");
        assertThat(artifact.manifest().featureNames()).containsExactly("sessions7", "idleDays", "noise");
        assertThat(artifact.sha256()).isEqualTo(Sha256.of(content("artifact.yaml")));
        assertThat(artifact.forest().featureCount()).isEqualTo(3);
        assertThat(artifact.cuts()).isEqualTo(new Cuts(0.7, 0.4, null));
        assertThat(artifact.reference().orElseThrow().features()).hasSize(3);
        assertThat(artifact.predictionCount()).isEqualTo(1);
    }

    @Test
    void aManifestThatIsWrittenIsReadTheSame() throws Exception {
        Manifest manifest = ManifestYaml.read(content("artifact.yaml"));

        assertThat(ManifestYaml.write(manifest)).isEqualTo(content("artifact.yaml"));
    }

    @Test
    void otherFilesAreLeftAlone() throws Exception {
        files.put("MODEL_CARD.md", new byte[1000]);

        assertThat(ModelArtifact.of(files, Optional.empty()).manifest().name()).isEqualTo("churn");
    }

    @Test
    void oneChangedByteIsRefused() {
        for (String name : List.of("model.json", "golden.csv", "reference.json")) {
            byte[] changed = content(name).clone();
            changed[changed.length / 2] ^= 1;
            files.put(name, changed);

            refused("^" + name + " has been changed: its SHA-256 is [0-9a-f]{64}, artifact\\.yaml says that it is"
                    + " [0-9a-f]{64}\\.$");
            files.putAll(trained);
        }
    }

    @Test
    void aManifestThatIsNotTheAnnouncedOneIsRefused() {
        assertThatExceptionOfType(UnusableArtifactException.class)
                .isThrownBy(() -> ModelArtifact.of(files, Optional.of("0".repeat(64))))
                .withMessageStartingWith("artifact.yaml has been changed: its SHA-256 is ")
                .withMessageEndingWith(", it was announced with " + "0".repeat(64) + ".");
    }

    @Test
    void aTruncatedModelIsRefusedEvenWhenItIsListedSo() {
        byte[] model = content("model.json");
        relist("model.json", Arrays.copyOf(model, model.length / 2));

        refused("^model\\.json cannot be used: .*\\.$");
    }

    @Test
    void aModelWithACycleIsRefused() {
        String model = text("model.json");
        String cyclic = model.replaceFirst("\"left_children\":\\[1,", "\"left_children\":[0,");
        assertThat(cyclic).isNotEqualTo(model);
        relist("model.json", cyclic.getBytes(StandardCharsets.UTF_8));

        refused("^model\\.json cannot be used: .*\\.$");
    }

    @Test
    void anotherFeatureListIsRefused() {
        manifest("\"sessions7\"", "\"sessions8\"");
        refused("^artifact\\.yaml lists sessions8 as feature 1, but in model\\.json that is sessions7\\.$");

        files.putAll(trained);
        manifest("- name: \"noise\"\n  type: \"float\"\n", "");
        refused("^artifact\\.yaml lists 2 features, but model\\.json has 3\\.$");
    }

    @Test
    void featuresThatAreNotKnownAreNamed() throws Exception {
        ModelArtifact artifact = ModelArtifact.of(files, Optional.empty());

        artifact.requireFeatures(Set.of("noise", "sessions7", "idleDays", "more"));
        assertThatExceptionOfType(UnusableArtifactException.class)
                .isThrownBy(() -> artifact.requireFeatures(Set.of("idleDays")))
                .withMessage("The model churn 1 needs features that do not exist: sessions7, noise.");
    }

    @Test
    void goldenRowsThatDisagreeAreRefused() {
        List<String> lines = text("golden.csv").lines().toList();
        String[] cells = lines.get(3).split(",", -1);
        cells[3] = Float.toString(Math.nextUp(Float.parseFloat(cells[3])));
        relist("golden.csv", text("golden.csv").replace(lines.get(3), String.join(",", cells)));

        refused("^Line 4 of golden\\.csv expects the margin .*, but it is .*: the model, or how it is scored, is"
                + " another\\.$");
    }

    @Test
    void goldenRowsOfOtherColumnsAreRefused() {
        relist("golden.csv", text("golden.csv").replace("margin", "margins"));

        refused("^golden\\.csv has no column margin, which the model needs\\.$");
    }

    @Test
    void aReferenceOfOtherFeaturesIsRefused() {
        relist("reference.json", text("reference.json").replace("noise", "nose"));
        refused("^reference\\.json has histograms of other features than artifact\\.yaml lists\\.$");

        relist("reference.json", "{\"features\":[");
        refused("^reference\\.json cannot be read: .*\\.$");

        relist("reference.json", "{\"features\":[{\"name\":\"a\",\"edges\":[1],\"counts\":[1]}]}");
        refused("^reference\\.json is wrong: the histogram of a has 1 edges, so it needs 3 counts, none of them"
                + " negative\\.$");
    }

    @Test
    void wrongManifestsAreRefusedByTheirKey() {
        wrong("version: ", "owner: \"me\"\nversion: ", "owner is not known; allowed are calibration, cuts, .*");
        wrong("version: \"1\"\n", "", "version is missing");
        wrong(
                "version: \"1\"",
                "version: \"a b\"",
                "version is \"a b\", but must be 1 to 64 letters, digits, \\. _ or -");
        wrong("name: \"churn\"\nversion", "name: \"Churn\"\nversion", "name is \"Churn\", but must be in kebab case.*");
        wrong("kind: \"probability\"", "kind: \"amount\"", "the objective binary:logistic does not give.*");
        wrong("horizonDays: 30", "horizonDays: soon", "label\\.horizonDays cannot be \"soon\"");
        wrong("calibration:\n", "calibration:\n  slope: 1\n", "calibration has method none, but a slope.*");

        manifest("features:\n", "features: [\n");
        refused("^artifact\\.yaml is not valid YAML at line \\d+: .*\\.$");
    }

    @Test
    void missingAndUnlistedFilesAreRefused() {
        files.remove("golden.csv");
        refused("^golden\\.csv is missing\\.$");

        files.putAll(trained);
        files.put("model.ubj", new byte[1]);
        refused("^model\\.ubj is there, but artifact\\.yaml does not list it under files\\.$");

        files.remove("artifact.yaml");
        refused("^artifact\\.yaml is missing\\.$");
    }

    @Test
    void moreThan32MebibytesAreRefused() {
        files.put("model.json", new byte[200 << 20]);

        refused("^model\\.json brings the artifact above 32 MiB, which is the most that it may have in all\\.$");
    }

    @Test
    void aDirectoryIsReadAndItsRefusalNamesIt() throws Exception {
        ArtifactDirectory.write(directory, files);

        assertThat(ArtifactDirectory.read(directory).manifest().name()).isEqualTo("churn");
        try (SeekableByteChannel large =
                Files.newByteChannel(directory.resolve("golden.csv"), StandardOpenOption.WRITE)) {
            large.position(200L << 20).write(ByteBuffer.wrap(new byte[1]));
        }
        assertThatExceptionOfType(UnusableArtifactException.class)
                .isThrownBy(() -> ArtifactDirectory.read(directory))
                .withMessage("The model in " + directory + " is refused: golden.csv brings the artifact above 32 MiB,"
                        + " which is the most that it may have in all.");
        assertThatExceptionOfType(UnusableArtifactException.class)
                .isThrownBy(() -> ArtifactDirectory.read(directory.resolve("none")))
                .withMessage("The directory " + directory.resolve("none") + " does not exist.");
    }

    @Test
    void filesOfAnOlderArtifactDoNotStay() throws Exception {
        files.put("notes.txt", new byte[1]);
        ArtifactDirectory.write(directory, files);

        ArtifactDirectory.write(directory, Map.of("artifact.yaml", content("artifact.yaml")));

        assertThat(directory.resolve("notes.txt")).exists();
        assertThat(directory.resolve("golden.csv")).doesNotExist();
    }

    @Test
    void aModelOfXgboostAloneTakesItsFeaturesFromItselfOrFromAList() throws Exception {
        byte[] model = content("model.json");

        ModelArtifact own = ModelArtifact.bare("churn", model, List.of());
        ModelArtifact given = ModelArtifact.bare("my-model", model, List.of("a", "b", "c"));

        assertThat(own.manifest().featureNames()).containsExactly("sessions7", "idleDays", "noise");
        assertThat(own.manifest().kind()).isEqualTo(Kind.PROBABILITY);
        assertThat(own.cuts()).isEqualTo(Cuts.DEFAULT);
        assertThat(own.reference()).isEmpty();
        assertThat(own.manifest().version()).isEqualTo(Sha256.of(model).substring(0, 12));
        assertThat(given.manifest().featureNames()).containsExactly("a", "b", "c");
    }

    @Test
    void aListThatDoesNotFitAModelIsRefused() {
        byte[] model = content("model.json");

        bareRefused(model, List.of("a", "b"), "The model has 3 features, but 2 are named.");
        bareRefused(
                model,
                List.of("noise", "idleDays", "sessions7"),
                "The features are named in another order than in the model, where it is sessions7, idleDays, noise.");
        bareRefused(model, List.of("a", "a", "b"), "The model cannot be used: features has a twice.");
        assertThatExceptionOfType(UnusableArtifactException.class)
                .isThrownBy(() -> ModelArtifact.bare("churn", new byte[] {1, 2, 3}, List.of()));
    }

    private static void bareRefused(byte[] model, List<String> features, String message) {
        assertThatExceptionOfType(UnusableArtifactException.class)
                .isThrownBy(() -> ModelArtifact.bare("churn", model, features))
                .withMessage(message);
    }

    private void wrong(String before, String after, String fault) {
        manifest(before, after);
        refused("^artifact\\.yaml is wrong: " + fault + "\\.$");
        files.putAll(trained);
    }

    private void refused(String pattern) {
        assertThatExceptionOfType(UnusableArtifactException.class)
                .isThrownBy(() -> ModelArtifact.of(files, Optional.empty()))
                .withMessageMatching(pattern);
    }

    /** Changes a file, and what the manifest says of it. */
    private void relist(String name, String content) {
        relist(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private void relist(String name, byte[] content) {
        String before = Sha256.of(content(name));
        files.put(name, content);
        manifest(before, Sha256.of(content));
    }

    private void manifest(String before, String after) {
        String text = text("artifact.yaml");
        assertThat(text).contains(before);
        files.put("artifact.yaml", text.replace(before, after).getBytes(StandardCharsets.UTF_8));
    }

    private String text(String name) {
        return new String(content(name), StandardCharsets.UTF_8);
    }

    private byte[] content(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }
}
