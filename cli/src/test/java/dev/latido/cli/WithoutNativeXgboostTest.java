package dev.latido.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands in a process where XGBoost's native library cannot be loaded, because there is nowhere to unpack it to. */
class WithoutNativeXgboostTest {

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void table() throws IOException {
        StringBuilder csv = new StringBuilder("x,y,l\n");
        for (int row = 0; row < 300; row++) {
            csv.append(row % 7).append(',').append(row % 5).append(',').append(row % 7 > 3 ? "1\n" : "0\n");
        }
        Files.writeString(directory.resolve("t.csv"), csv);
    }

    @Test
    void trainingSaysWhatToInstall() throws Exception {
        Ended ended = run("train", "--table", path("t.csv"), "--label", "l", "--out", path("model"));

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output().lines()).hasSize(1);
        assertThat(ended.output())
                .startsWith("latido: Training needs XGBoost's native library, which cannot be loaded here: install ")
                .contains("; scoring works without it.");
    }

    @Test
    void scoringDoesNotMissIt() throws Exception {
        StringWriter err = new StringWriter();
        int trained = Latido.commandLine(Map.of())
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err, true))
                .execute("train", "--table", path("t.csv"), "--label", "l", "--out", path("model"));
        assertThat(trained).as(err.toString()).isZero();

        Ended ended = run("score", "--model", path("model"), "--table", path("t.csv"), "--out", path("s.csv"));

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(Files.readAllLines(directory.resolve("s.csv"))).hasSize(301);
    }

    @Test
    void aJobThatIsToScoreWithItDoesNotStart() throws Exception {
        Files.writeString(directory.resolve("job.yaml"), "models: {scorer: xgboost4j}\n");
        Files.writeString(directory.resolve("events.jsonl"), "");

        Ended ended = run(
                "replay",
                "--config",
                path("job.yaml"),
                "--source",
                "latido=" + path("events.jsonl"),
                "--out",
                path("r"));

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output())
                .startsWith("latido: models.scorer is \"xgboost4j\"; allowed here is forest. XGBoost's native library");
    }

    private record Ended(int exitCode, String output) {}

    private Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + path("nowhere"),
                "-Dlog4j2.configurationFile=log4j2.xml", // the program's own, not that of the tests
                "-cp",
                Objects.requireNonNull(System.getProperty("java.class.path")),
                "dev.latido.cli.Latido"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }
}
