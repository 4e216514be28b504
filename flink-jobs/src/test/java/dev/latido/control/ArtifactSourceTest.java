package dev.latido.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.testing.Artifacts;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactSourceTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theFilesThatCountAreRead() throws Exception {
        Artifacts.write(directory, "churn", "1");
        Files.writeString(directory.resolve("MODEL_CARD.md"), "for people");
        Files.writeString(directory.resolve("report.html"), "for people");
        Files.createDirectory(directory.resolve("more"));

        assertThat(ArtifactSource.read(directory.toString()))
                .containsOnlyKeys(Artifacts.files("churn", "1").keySet())
                .containsEntry("model.json", Artifacts.files("churn", "1").get("model.json"));
        assertThat(ArtifactSource.read(directory.toUri().toString())).hasSize(2);
    }

    @Test
    void whereThereIsNoArtifactNothingCanBeRead() throws IOException {
        assertUnreadable(
                directory.resolve("absent").toString(),
                "There is no artifact at " + directory.resolve("absent")
                        + ": it is no directory with an artifact.yaml.");
        assertUnreadable(
                directory.toString(),
                "There is no artifact at " + directory + ": it is no directory with an artifact.yaml.");
        Path file = Files.writeString(directory.resolve("model.json"), "{}");
        assertUnreadable(
                file.toString(), "There is no artifact at " + file + ": it is no directory with an artifact.yaml.");
    }

    @Test
    void aRelativePathIsRefused() {
        assertUnreadable(
                "models/churn",
                "models/churn is not absolute; the job may run on another machine, in another directory.");
    }

    @Test
    void aFileSystemThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ArtifactSource.read("s3://models/churn"))
                .isInstanceOf(UnreadableLocationException.class)
                .hasMessageStartingWith("s3://models/churn cannot be read: UnsupportedFileSystemSchemeException: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void whatIsNoPathIsRefused() {
        assertThatThrownBy(() -> ArtifactSource.read(":"))
                .isInstanceOf(UnreadableLocationException.class)
                .hasMessageStartingWith(": cannot be read: ");
    }

    @Test
    void whatIsTooLargeIsRefusedByItsLength() throws Exception {
        Artifacts.write(directory, "churn", "1");
        try (RandomAccessFile sparse =
                new RandomAccessFile(directory.resolve("model.json").toFile(), "rw")) {
            sparse.setLength(200L << 20);
        }

        assertUnreadable(
                directory.toString(), "The artifact at " + directory + " has 200.0 MiB; at most 32 MiB are allowed.");
    }

    private static void assertUnreadable(String location, String sentence) {
        assertThatThrownBy(() -> ArtifactSource.read(location))
                .isInstanceOf(UnreadableLocationException.class)
                .hasMessage(sentence);
    }
}
