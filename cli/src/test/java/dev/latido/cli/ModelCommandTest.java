package dev.latido.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.control.FoundArtifact;
import dev.latido.models.TestModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code latido model} says before it asks Kafka. */
class ModelCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void whereThereIsNoArtifactNothingIsSent() {
        assertThat(run("announce", directory.resolve("none").toString())).isEqualTo(1);
        assertThat(run("shadow", directory.toString())).isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly(
                        "latido: There is no artifact at " + directory.resolve("none")
                                + ": it is no directory with an artifact.yaml.",
                        "latido: There is no artifact at " + directory + ": it is no directory with an artifact.yaml.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anArtifactThatHasBeenChangedIsNotSent() throws IOException {
        TestModel.write(directory, "churn", "1");
        Files.writeString(directory.resolve("model.json"), TestModel.trees().replace("5E-1", "6E-1"));

        assertThat(run("announce", directory.toString())).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("latido: The artifact at " + directory
                        + " cannot be used: model.json has been changed: its SHA-256 is ")
                .hasLineCount(1);
    }

    @Test
    void aModelFileBecomesAnArtifact() throws Exception {
        Path file = Files.writeString(directory.resolve("xgboost.json"), TestModel.trees());
        Path packed = directory.resolve("packed");

        assertThat(run(
                        "pack",
                        file.toString(),
                        "--name",
                        "churn",
                        "--features",
                        "sessions7",
                        "--out",
                        packed.toString()))
                .as(err.toString())
                .isZero();

        FoundArtifact found = FoundArtifact.at(packed.toString());
        assertThat(found.model()).isEqualTo("churn");
        assertThat(out.toString()).isEqualTo("Model churn, version " + found.version() + ", is in " + packed + ".\n");
    }

    @Test
    void aModelFileOfOtherFeaturesBecomesNone() throws Exception {
        Path file = Files.writeString(directory.resolve("xgboost.json"), TestModel.trees());
        Path packed = directory.resolve("packed");

        assertThat(run("pack", file.toString(), "--name", "churn", "--features", "mood", "--out", packed.toString()))
                .isEqualTo(1);

        assertThat(err.toString())
                .startsWith("latido: The model " + file + " cannot be used: ")
                .hasLineCount(1);
        assertThat(packed).doesNotExist();
    }

    @Test
    void aPlaceThatThisProgramCannotReadIsNamed() {
        assertThat(run("announce", "s3://models/churn")).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("latido: s3://models/churn cannot be read: ")
                .hasLineCount(1);
    }

    @Test
    void usageIsToldInASentence() {
        assertThat(run("announce")).isEqualTo(2);
        assertThat(run("promote", "churn", "--min-rows", "many")).isEqualTo(2);

        assertThat(err.toString()).contains("latido: Missing required parameter: 'DIR'", "--min-rows");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("model"));
        all.addAll(List.of(arguments));
        return Latido.commandLine(Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
