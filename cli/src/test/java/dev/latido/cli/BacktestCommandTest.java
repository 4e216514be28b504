package dev.latido.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.backtest.History;
import dev.latido.backtest.RuleHistory;
import dev.latido.backtest.Told;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BacktestCommandTest {

    @TempDir
    private Path directory = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<RuleHistory.Recording> recordings = new ArrayList<>();

    @BeforeEach
    void files() throws IOException {
        Files.createDirectory(directory.resolve("new"));
        Files.createDirectory(directory.resolve("old"));
        Files.writeString(directory.resolve("events.jsonl"), "");
        Files.writeString(directory.resolve("truth.csv"), "customer,churned_at\na,2025-01-31T00:00:00Z\n");
    }

    @Test
    void reportIsPrintedAndWritten() {
        assertThat(run("--truth", path("truth.csv"), "--horizon", "10 days")).isZero();

        assertThat(out.toString())
                .contains("1     1   0.07  5.38  100% (21-100)")
                .contains("The report is in " + path("out/report.html"));
        assertThat(directory.resolve("out/report.html")).isNotEmptyFile();
        assertThat(directory.resolve("out/report.json")).content().contains("\"horizonDays\" : 10");
    }

    @Test
    void otherRulesAreRunOverTheSameRecordingAndCompared() {
        assertThat(run("--compare", path("old"), "--until", "2025-06-01T00:00:00Z"))
                .isZero();

        assertThat(out.toString()).contains("r     changed  2 -> 1      +0    -1");
        assertThat(recordings).hasSize(2);
        assertThat(recordings.get(0)).isEqualTo(recordings.get(1));
        assertThat(recordings.get(0).until()).isEqualTo(1_748_736_000_000L);
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThat(run("--horizon", "soon")).isEqualTo(2);
        assertThat(err.toString()).contains("'soon' is not a number of days from 1 to 400, like 60");

        assertThat(run("--horizon", "0")).isEqualTo(2);
        assertThat(run("--until", "soon")).isEqualTo(2);
        assertThat(err.toString()).contains("'soon' is not an instant like 2025-06-30T00:00:00Z");

        assertThat(run("--compare", path("none"))).isEqualTo(1);
        assertThat(err.toString()).contains("--compare names " + path("none") + ", which is no directory.");
    }

    private History history(Path rules, RuleHistory.Recording recording) {
        recordings.add(recording);
        Told told = new Told(100).customers("a", "b").rule("r").fires("r", "a", 25);
        return (rules.endsWith("old") ? told.fires("r", "b", 20) : told).history();
    }

    private int run(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("--rules", path("new"), "--source", "latido=" + path("events.jsonl"), "--out", path("out")));
        arguments.addAll(List.of(more));
        return new CommandLine(new BacktestCommand(this::history))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }
}
