package dev.latido.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulateCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path dir = Path.of("");

    @Test
    void filesAreWrittenAndCounted() {
        int exit = run("--out", dir.toString(), "--customers", "20", "--days", "5", "--start", "2025-06-01T00:00:00Z");

        assertThat(exit).isZero();
        assertThat(out.toString()).contains(" records of 20 customers in 5 days written to " + dir);
        assertThat(dir.resolve("clickstream.jsonl.gz")).isNotEmptyFile();
    }

    @Test
    void impossibleNumbersAreWrongUsage() {
        assertThat(run("--out", dir.toString(), "--days", "0")).isEqualTo(2);
        assertThat(err.toString()).startsWith("--days must be from 1 to 3650, was 0");
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void theDirectoryMustBeNamed() {
        assertThat(run("--days", "3")).isEqualTo(2);
        assertThat(err.toString()).contains("--out");
    }

    private int run(String... arguments) {
        return new CommandLine(new SimulateCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
