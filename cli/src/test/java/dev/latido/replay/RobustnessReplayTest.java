package dev.latido.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong, or only strange, through the whole job. */
class RobustnessReplayTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void everyFileOfTheJsonTestSuiteIsADeadLetterAndTheEventsAroundThemCount() throws Exception {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        writeLine(event(0).toString().getBytes(UTF_8), records);
        int files = 0;
        for (byte[] file : jsonTestSuite()) {
            writeLine(file, records);
            files++;
        }
        writeLine(event(1).toString().getBytes(UTF_8), records);

        TestReplay replay = replay(records.toByteArray());

        assertThat(files).isGreaterThan(250);
        assertThat(replay.summary().in()).isEqualTo(files + 2);
        assertThat(replay.summary().applied()).isEqualTo(2);
        assertThat(replay.summary().deadLetters()).isEqualTo(files);
        assertThat(replay.reasons()).hasSize(files);
    }

    /** In the fields that tell customers apart, every string that is allowed there comes out as it went in. */
    @Test
    void naughtyStringsInAnyFieldStopNothing() throws Exception {
        List<String> strings = new ArrayList<>();
        JSON.readTree(Fixtures.path("robustness/blns.json").toFile())
                .forEach(string -> strings.add(string.textValue()));
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        int written = 0;
        for (String string : strings) {
            for (String field :
                    List.of("eventId", "tenantId", "customerId", "userId", "kind", "name", "at", "amountCents")) {
                writeLine(event(written++).put(field, string).toString().getBytes(UTF_8), records);
            }
            ObjectNode event = event(written++);
            event.putObject("attributes").put(string, string).put("subscriptionId", string);
            writeLine(event.toString().getBytes(UTF_8), records);
        }

        TestReplay replay = replay(records.toByteArray());

        assertThat(strings).hasSize(515);
        assertThat(replay.summary().in()).isEqualTo(written);
        assertThat(replay.summary().late()).isZero();
        // Four strings are there twice; as event ids some are too far apart to be remembered.
        assertThat(replay.summary().duplicates()).isBetween(1L, 4L);
        assertThat(replay.reasons())
                .hasSize((int) replay.summary().deadLetters())
                .filteredOn(reason -> reason.matches("(unknown|missing) kind.*"))
                .hasSize(strings.size());
        assertThat(replay.reasons())
                .filteredOn(reason -> reason.matches("time is not ISO-8601.*|missing time.*"))
                .hasSize(strings.size());
        for (String field : List.of("customerId", "tenantId")) {
            assertThat(replay.healthScores())
                    .extracting(score -> score.required(field).textValue())
                    .as(field)
                    .containsAll(
                            strings.stream().filter(string -> !string.isEmpty()).toList());
        }
    }

    private TestReplay replay(byte[] records) throws Exception {
        Path file = Files.write(directory.resolve("records.jsonl"), records);
        return TestReplay.of(file, "latido", 2, directory.resolve("out"));
    }

    private static ObjectNode event(int number) {
        return JSON.createObjectNode()
                .put("eventId", "e" + number)
                .put("customerId", "ada")
                .put("kind", "LOGIN")
                .put("at", START.plusSeconds(number).toString());
    }

    /** Its files that are a line: line breaks end a record, and blank lines are none. */
    private static List<byte[]> jsonTestSuite() throws IOException {
        List<byte[]> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(Fixtures.path("robustness/json-test-suite"))) {
            for (Path file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (!new String(bytes, ISO_8859_1).matches("[ \t\r]*|(?s).*\n.*")) {
                    lines.add(bytes);
                }
            }
        }
        return lines;
    }

    private static void writeLine(byte[] record, ByteArrayOutputStream out) {
        out.writeBytes(record);
        out.write('\n');
    }
}
