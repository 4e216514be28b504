package dev.latido.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationFilesTest {

    private static final SimulationPlan PLAN = new SimulationPlan(60, 30, 7, Instant.parse("2025-01-01T00:00:00Z"));

    @TempDir
    private Path dir = Path.of("");

    @Test
    void aPlanBecomesSixFiles() throws IOException {
        SimulationFiles.write(PLAN, dir.resolve("new/place"));

        try (Stream<Path> files = Files.list(dir.resolve("new/place"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "clickstream.jsonl.gz",
                            "billing.jsonl.gz",
                            "support.jsonl.gz",
                            "feedback.jsonl.gz",
                            "truth.csv",
                            "aliases.csv");
        }
    }

    @Test
    void theSamePlanGivesTheSameBytes() throws IOException {
        SimulationFiles.write(PLAN, dir.resolve("one"));
        SimulationFiles.write(PLAN, dir.resolve("other"));

        for (String file : List.of("clickstream.jsonl.gz", "billing.jsonl.gz", "truth.csv", "aliases.csv")) {
            assertThat(dir.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(dir.resolve("other").resolve(file));
        }
    }

    @Test
    void filesHoldWhatTheSimulationDelivers() throws IOException {
        Simulation simulation = Simulation.of(PLAN);
        List<String> billing = Told.deliveries(simulation).stream()
                .filter(delivery -> delivery.topic().equals("billing"))
                .map(Told::text)
                .toList();

        SimulationFiles.Written written = SimulationFiles.write(PLAN, dir);

        assertThat(lines("billing.jsonl.gz")).isEqualTo(billing);
        assertThat(written.records())
                .isEqualTo(lines("clickstream.jsonl.gz").size()
                        + billing.size()
                        + lines("support.jsonl.gz").size()
                        + lines("feedback.jsonl.gz").size());
        assertThat(Files.readAllLines(dir.resolve("truth.csv")))
                .startsWith("customer,churned_at,cause")
                .hasSize(written.churned() + 1);
        assertThat(Files.readAllLines(dir.resolve("aliases.csv")))
                .startsWith("source,foreign_id,customer")
                .hasSize(3 * PLAN.customers() + 1)
                .anyMatch(line -> line.matches("stripe,cus_\\w{14},acct-0060"));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(dir.resolve("file"));

        assertThatIOException()
                .isThrownBy(() -> SimulationFiles.write(PLAN, file))
                .withMessageStartingWith("cannot write the simulation to " + file + ": ");
        assertThatIOException()
                .isThrownBy(() -> SimulationFiles.write(PLAN, file.resolve("below")))
                .withMessageStartingWith("cannot write the simulation to " + file.resolve("below") + ": ");
    }

    @Test
    void nothingIsLeftOfAnAttemptThatFailed() throws IOException {
        Files.createDirectories(dir.resolve("truth.csv.unfinished/not-empty"));

        assertThatIOException().isThrownBy(() -> SimulationFiles.write(PLAN, dir));
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files).containsExactly(dir.resolve("truth.csv.unfinished"));
        }
    }

    private List<String> lines(String file) throws IOException {
        try (var gzip = new GZIPInputStream(Files.newInputStream(dir.resolve(file)))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
