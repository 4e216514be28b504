package dev.latido.connector.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.latido.connector.mapping.Mapping;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import dev.latido.connector.testing.Decodes;
import dev.latido.connector.testing.MappedEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFileTest {

    private static final String RULES =
            "customer: /c\ntime: {pointer: /t, unit: epoch-seconds}\nname: /n\nkinds: [{kind: ACTION}]\n";
    private static final Mapping LINES = Decodes.mapping(RULES);
    private static final Mapping TABLE = Decodes.mapping(RULES + "format: csv");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void eachLineIsARecordAndBlankLinesAreNone(String lineEnd) throws IOException {
        Path file = write(
                String.join(lineEnd, "", "{\"c\":1,\"t\":1700000000}", " \t", "oops", "{\"c\":2,\"t\":1700000000}"));

        List<Decoded<MappedEvent>> results = read(file, LINES);

        assertThat(results)
                .extracting(Decodes::what)
                .containsExactly("ACTION", "not JSON: unexpected character at byte 1", "ACTION");
        assertThat(results)
                .extracting(Decoded::origin)
                .containsExactly(
                        new Origin("src", "events.txt", 0, 1),
                        new Origin("src", "events.txt", 0, 2),
                        new Origin("src", "events.txt", 0, 3));
    }

    @Test
    void theIdOfALineDoesNotDependOnItsLineEnd() throws IOException {
        String line = "{\"c\":1,\"t\":1700000000}";

        assertThat(read(write(line + "\r\n" + line + "\n" + line), LINES))
                .extracting(
                        result -> ((Decoded.Event<MappedEvent>) result).event().eventId())
                .hasSize(3)
                .containsOnly(Decodes.by(RULES).event(line).eventId());
    }

    @Test
    void gzipFilesOfSeveralMembersAreReadToTheEnd() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(gzip("{\"c\":1,\"t\":1700000000}\n{\"c\":"));
        bytes.write(gzip(""));
        bytes.write(gzip("2,\"t\":1700000000}\n"));
        bytes.write(new byte[512]);
        Path file = Files.write(folder.resolve("events.gz"), bytes.toByteArray());

        assertThat(read(file, LINES)).extracting(Decodes::what).containsExactly("ACTION", "ACTION");
    }

    @Test
    void damagedGzipFilesFailWithASentence() throws IOException {
        byte[] healthy = gzip("{\"c\":1,\"t\":1700000000}\n".repeat(50_000));
        byte[] flipped = healthy.clone();
        flipped[flipped.length - 6] ^= 1;
        byte[] trailed = Arrays.copyOf(healthy, healthy.length + 3);
        trailed[healthy.length] = 'x';

        assertFails(Arrays.copyOf(healthy, healthy.length - 5), "is a gzip file that ends in the middle");
        assertFails(Arrays.copyOf(healthy, healthy.length / 2), "is a gzip file that ends in the middle");
        assertFails(Arrays.copyOf(healthy, 5), "is a gzip file that ends in the middle");
        assertFails(flipped, "is a corrupt gzip file");
        assertFails(trailed, "is a corrupt gzip file");
    }

    @Test
    void filesThatCannotBeReadFailWithASentence() {
        Path absent = folder.resolve("absent.jsonl");

        assertThatIOException().isThrownBy(() -> read(absent, LINES)).withMessage(absent + " does not exist");
        assertThatIOException()
                .isThrownBy(() -> read(folder, LINES))
                .withMessage(folder + " is a directory, not a file of records");
    }

    @Test
    void aGiantLineIsOneDeadLetterAndTheNextIsRead() throws IOException {
        String event = "{\"c\":1,\"t\":1700000000}\n";
        String longest = "{\"c\":1,\"t\":1700000000,\"x\":\"" + "x".repeat(1_048_576 - 30) + "\"}";
        String giant = "y".repeat(5_000_000);
        Path file = write(event + longest + " \r\n" + longest + "  \n" + event + giant + "\n" + event + giant);

        List<Decoded<MappedEvent>> results = read(file, LINES);

        assertThat(longest).hasSize(1_048_575);
        assertThat(results)
                .extracting(Decodes::what)
                .containsExactly(
                        "ACTION",
                        "ACTION",
                        "document over 1 MiB",
                        "ACTION",
                        "document over 1 MiB",
                        "ACTION",
                        "document over 1 MiB");
        assertThat(results.get(4)).isInstanceOfSatisfying(Decoded.Rejected.class, rejected -> {
            assertThat(rejected.payloadBytes()).isEqualTo(5_000_000);
            assertThat(rejected.payload()).hasSize((512 * 1024 + 2) / 3 * 4);
        });
    }

    @Test
    void rowsOfATableAreRecordsWhoseFieldsMayHoldLineEnds() throws IOException {
        Path file = write("\uFEFF\"c\",t,n\r\n1,1700000000,\"a\r\nb\"\r\n\r\n,1700000000,x\n2,1700000000,\"\"\"\"");

        List<Decoded<MappedEvent>> results = read(file, TABLE);

        assertThat(results).extracting(Decodes::what).containsExactly("ACTION", "missing customer (/c)", "ACTION");
        assertThat(results).extracting(result -> result.origin().offset()).containsExactly(1L, 2L, 3L);
        assertThat(((Decoded.Event<MappedEvent>) results.get(0)).event().name()).isEqualTo("a\r\nb");
        assertThat(((Decoded.Event<MappedEvent>) results.get(2)).event().name()).isEqualTo("\"");
    }

    @Test
    void emptyFilesHaveNoRecords() throws IOException {
        assertThat(read(write(""), LINES)).isEmpty();
        assertThat(read(write("\n\n"), LINES)).isEmpty();
        assertThat(read(write(""), TABLE)).isEmpty();
        assertThat(read(write("c,t\n"), TABLE)).isEmpty();
        assertThat(read(Files.write(folder.resolve("empty.gz"), gzip("")), LINES))
                .isEmpty();
    }

    @Test
    void aHeaderThatCannotBeReadFailsWithASentence() throws IOException {
        Path file = write("c,c\n1,2\n");

        assertThatIOException()
                .isThrownBy(() -> read(file, TABLE))
                .withMessage(file + " has no usable header: two columns have the same name in the header");
    }

    @Test
    void recordsAreFoundWhereverTheBufferEnds() throws IOException {
        StringBuilder lines = new StringBuilder();
        StringBuilder rows = new StringBuilder("c,t,n\n");
        for (int i = 1; i <= 3_000; i++) {
            String text = "x".repeat(i * 7 % 301);
            lines.append("{\"c\":")
                    .append(i)
                    .append(",\"t\":1700000000,\"n\":\"")
                    .append(text)
                    .append("\"}\n");
            rows.append(i).append(",1700000000,\"").append(text).append("\n\"\"\"\n");
        }
        List<String> expected =
                IntStream.rangeClosed(1, 3_000).mapToObj(String::valueOf).toList();

        assertThat(customers(read(write(lines.toString()), LINES))).isEqualTo(expected);
        assertThat(customers(read(write(rows.toString()), TABLE))).isEqualTo(expected);
    }

    @Test
    void progressIsCountedInBytesOfTheFile() throws IOException {
        Path file = Files.write(folder.resolve("events.gz"), gzip("{\"c\":1,\"t\":1700000000}\n".repeat(100_000)));
        try (RecordFile<MappedEvent> records = open(file, LINES)) {
            assertThat(records.size()).isEqualTo(Files.size(file));
            while (records.next(result -> {})) {
                assertThat(records.position()).isLessThanOrEqualTo(records.size());
            }
            assertThat(records.position()).isEqualTo(records.size());
        }
    }

    private static List<String> customers(List<Decoded<MappedEvent>> results) {
        return results.stream()
                .map(result -> ((Decoded.Event<MappedEvent>) result).event().customerId())
                .toList();
    }

    private void assertFails(byte[] content, String problem) throws IOException {
        Path file = Files.write(folder.resolve("damaged.gz"), content);

        assertThatIOException().isThrownBy(() -> read(file, LINES)).withMessage(file + " " + problem);
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("events.txt"), content);
    }

    private static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static RecordFile<MappedEvent> open(Path file, Mapping mapping) throws IOException {
        return RecordFile.open("src", file, 0, mapping, MappedEvent::new, Decodes.LATEST);
    }

    private static List<Decoded<MappedEvent>> read(Path file, Mapping mapping) throws IOException {
        List<Decoded<MappedEvent>> results = new ArrayList<>();
        try (RecordFile<MappedEvent> records = open(file, mapping)) {
            while (records.next(results::add)) {
                assertThat(results).isNotEmpty();
            }
        }
        return results;
    }
}
