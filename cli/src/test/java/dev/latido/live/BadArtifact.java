package dev.latido.live;

import dev.latido.model.artifact.Sha256;
import dev.latido.models.TestModel;
import dev.latido.models.TestModel.Stump;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An artifact of the model {@code churn} that no job may score with.
 *
 * @param sha256 SHA-256 of its {@code artifact.yaml}
 * @param sentence what is to be said of it, from the beginning
 */
record BadArtifact(Path directory, String sha256, String sentence) {

    private static final String VERSION = "bad";

    /** Writes one of each sort to a directory of its own. */
    static List<BadArtifact> write(Path directory) throws IOException {
        String trees = TestModel.trees();
        Path changed = directory.resolve("changed");
        BadArtifact byteChanged = with(changed, "sessions7", trees, "model.json has been changed: ");
        Files.writeString(changed.resolve("model.json"), trees.replace("5E-1", "6E-1"));
        return List.of(
                byteChanged,
                with(
                        directory.resolve("truncated"),
                        "sessions7",
                        trees.substring(0, trees.length() / 2),
                        "model.json cannot be used: "),
                with(
                        directory.resolve("cyclic"),
                        "sessions7",
                        trees.replace("\"left_children\": [1,", "\"left_children\": [0,"),
                        "model.json cannot be used: "),
                with(
                        directory.resolve("other-features"),
                        "sessions30",
                        trees,
                        "artifact.yaml lists sessions30 as feature 1, but in model.json that is "),
                with(
                        directory.resolve("unknown-feature"),
                        "moonPhase",
                        trees.replace("sessions7", "moonPhase"),
                        "The model churn bad needs features that do not exist: moonPhase."),
                tooLarge(directory.resolve("large")));
    }

    /** A file of 200 MB, of which nothing is on the disk. */
    private static BadArtifact tooLarge(Path directory) throws IOException {
        BadArtifact ordinary = with(directory, "sessions7", TestModel.trees(), "");
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve("model.json").toFile(), "rw")) {
            file.setLength(200L << 20);
        }
        return new BadArtifact(
                directory,
                ordinary.sha256,
                "The artifact at " + directory + " has 200.0 MiB; at most 32 MiB are allowed.");
    }

    private static BadArtifact with(Path directory, String feature, String trees, String reason) throws IOException {
        TestModel.write(directory, "churn", VERSION, new Stump(feature, "int", 3, 0.5, -0.5), trees);
        return new BadArtifact(
                directory,
                Sha256.of(Files.readAllBytes(directory.resolve("artifact.yaml"))),
                "The artifact at " + directory + " cannot be used: " + reason);
    }

    boolean isAt(String location) {
        return directory.toString().equals(location);
    }

    /** A record that asks for it. */
    String statement() {
        return "{\"model\":\"churn\",\"active\":{\"location\":\"" + directory + "\",\"sha256\":\"" + sha256
                + "\"},\"by\":\"eve\",\"reason\":\"by mistake\"}";
    }
}
