package dev.latido.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class LatidoTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void commandThatIsDoneEndsWithZeroAndSaysNothing() {
        assertThat(run(() -> 0, "work")).isZero();

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void failureIsItsSentenceAndExitCodeOne() {
        int exitCode = run(
                () -> {
                    throw new CommandFailure("The broker at kafka:9092 does not answer.", new IOException("refused"));
                },
                "work");

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines("latido: The broker at kafka:9092 does not answer.");
    }

    @Test
    void sentenceIsFoundBehindWhateverWrapsIt() {
        run(
                () -> {
                    throw new CompletionException(
                            new IllegalStateException(new CommandFailure("Port 8081 is in use.")));
                },
                "work");

        assertThat(err.toString()).isEqualToIgnoringNewLines("latido: Port 8081 is in use.");
    }

    @Test
    void unknownFailureIsItsRootCauseOnOneLine() {
        int exitCode = run(
                () -> {
                    throw new IllegalStateException("outer", new IOException("disk\n  full"));
                },
                "work");

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines("latido: IOException: disk full (--debug shows where).");
    }

    @Test
    void missingFileIsNamed() {
        run(
                () -> {
                    throw new NoSuchFileException("events.jsonl");
                },
                "work");

        assertThat(err.toString()).isEqualToIgnoringNewLines("latido: There is no file events.jsonl.");
    }

    @Test
    void errorOfTheMachineIsASentenceToo() {
        int exitCode = run(
                () -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                "work");

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("latido: OutOfMemoryError: Java heap space")
                .doesNotContain("\tat ");
    }

    @Test
    void causesThatGoInACircleComeToAnEnd() {
        IllegalStateException first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));

        assertThat(FailureSentence.of(first)).startsWith("IllegalStateException: ");
    }

    @Test
    void debugShowsTheTrace() {
        Callable<Integer> failing = () -> {
            throw new CommandFailure("No.");
        };

        run(failing, "work", "--debug");
        assertThat(err.toString()).contains("\tat ").contains("latido: No.");

        err.getBuffer().setLength(0);
        command(Map.of("LATIDO_DEBUG", "1"), failing).execute("work");
        assertThat(err.toString()).contains("\tat ");
    }

    @Test
    void wrongUsageIsExitCodeTwoWithTheUsageAndNoTrace() {
        assertThat(run(() -> 0, "work", "--debug=maybe")).isEqualTo(2);

        assertThat(err.toString())
                .startsWith("latido: Invalid value for option '--debug': 'maybe' is not a boolean")
                .contains("Usage: latido work")
                .endsWith("More: latido work --help" + System.lineSeparator())
                .doesNotContain("\tat ");
    }

    @Test
    void unknownAndMissingCommandsAreWrongUsage() {
        assertThat(run(() -> 0, "works")).isEqualTo(2);
        assertThat(err.toString()).contains("works").contains("Did you mean: latido work");

        assertThat(run(() -> 0)).isEqualTo(2);
    }

    @Test
    void helpAndVersionAreThereForEachCommand() {
        assertThat(run(() -> 1, "--help")).isZero();
        assertThat(out.toString()).contains("latido [").contains("work").contains("Exit codes:");

        assertThat(run(() -> 1, "work", "--help")).isZero();
        assertThat(out.toString()).contains("Usage: latido work").contains("--debug");

        assertThat(run(() -> 1, "--version")).isZero();
        assertThat(out.toString()).contains("latido (unpackaged), Java ");
    }

    @Test
    void logThatCannotBeWrittenIsASentence() {
        assertThat(run(() -> 0, "work", "--log", directory.toString())).isEqualTo(1);

        assertThat(err.toString()).isEqualToIgnoringNewLines("latido: The log cannot be written to " + directory + ".");
    }

    @Test
    void missingDirectoryOfTheLogIsNotMade() {
        Path log = directory.resolve("missing/latido.log");

        assertThat(run(() -> 0, "work", "--log", log.toString())).isEqualTo(1);
        assertThat(Files.exists(log.getParent())).isFalse();
    }

    private int run(Callable<Integer> work, String... arguments) {
        return command(Map.of(), work).execute(arguments);
    }

    private CommandLine command(Map<String, String> environment, Callable<Integer> work) {
        return Latido.commandLine(environment)
                .addSubcommand(new Work(work))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }

    @Command(name = "work", description = "Do what the test says.")
    private static final class Work implements Callable<Integer> {

        private final Callable<Integer> work;

        Work(Callable<Integer> work) {
            this.work = work;
        }

        @Override
        public Integer call() throws Exception {
            return work.call();
        }
    }
}
