package dev.latido.replay;

import static dev.latido.replay.Publications.deadLetter;
import static dev.latido.replay.Publications.score;
import static dev.latido.replay.Publications.tombstone;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.connector.record.Publication;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedLinesTest {

    private static final long PLENTY = 1 << 20;

    @TempDir
    Path directory;

    private Path spool;

    @BeforeEach
    void createSpool() throws IOException {
        spool = Files.createDirectory(directory.resolve("spool"));
    }

    @Test
    void linesAreSortedByTimeThenTenantThenCustomerThenId() throws IOException {
        spool(
                0,
                score(2, "a", "a", "a", "f"),
                score(1, "b", "a", "a", "e"),
                score(1, "a", "b", "a", "d"),
                score(1, "a", "a", "b", "c"),
                score(1, "a", "a", "a", "b"),
                score(-1, "z", "z", "z", "a"));

        assertThat(sorted("scores", PLENTY)).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void stringsCompareAsInJava() throws IOException {
        List<String> customers = List.of(
                "",
                "\u0000",
                "\u0000a",
                "a",
                "a\u0000",
                "a ",
                "aa",
                "A",
                "ñ",
                "Ω",
                "\uD83D\uDE00",
                "\uFFFD",
                "\uD800",
                "\uE000");
        spool(
                0,
                customers.stream()
                        .map(c -> score(1, "t", c, "", "" + customers.indexOf(c)))
                        .toArray(Publication[]::new));

        assertThat(sorted("scores", PLENTY))
                .containsExactlyElementsOf(customers.stream()
                        .sorted()
                        .map(c -> "" + customers.indexOf(c))
                        .toList());
    }

    @Test
    void fieldsAreComparedOneByOne() throws IOException {
        spool(0, score(1, "ab", "a", "", "second"), score(1, "a", "bz", "", "first"));

        assertThat(sorted("scores", PLENTY)).containsExactly("first", "second");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 500, PLENTY})
    void equalRecordsStayInTheOrderOfEmission(long memory) throws IOException {
        spool(10, deadLetter("6"), deadLetter("5"));
        spool(2, deadLetter("4"), deadLetter("1"), deadLetter("3"), deadLetter("2"), deadLetter("7"));

        assertThat(sorted("dead-letters", memory)).containsExactly("4", "1", "3", "2", "7", "6", "5");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void memoryAndWritersDoNotChangeTheResult(long seed) throws IOException {
        Random random = new Random(seed);
        List<Publication> published = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String customer = "customer-" + random.nextInt(50);
            published.add(score(random.nextInt(100), "t" + random.nextInt(2), customer, "", "line " + i));
        }
        for (Publication next : published) {
            append(Math.floorMod(next.customerId().hashCode(), 3), next);
        }
        closeSpools();

        List<String> expected = published.stream()
                .sorted(comparingLong(Publication::at)
                        .thenComparing(Publication::tenantId)
                        .thenComparing(Publication::customerId)
                        .thenComparing(comparing(Publication::id)))
                .map(next -> new String(next.value(), StandardCharsets.UTF_8))
                .toList();
        assertThat(sorted("scores", 1 + random.nextInt(50_000))).isEqualTo(expected);
    }

    @Test
    void recordLargerThanEveryBufferIsKeptWhole() throws IOException {
        String large = "x".repeat(3_000_000);
        spool(0, score(2, "t", "ñ".repeat(500_000), "", large), score(1, "t", "a", "", "small"));

        assertThat(sorted("scores", 1_000)).containsExactly("small", large);
    }

    @Test
    void tombstonesAreNotLines() throws IOException {
        spool(0, tombstone("a"), score(1, "t", "a", "", "line"), tombstone("b"));

        assertThat(sorted("scores", PLENTY)).containsExactly("line");
    }

    @Test
    void streamWithoutRecordsIsAnEmptyFileThatReplacesAnOlderOne() throws IOException {
        Files.writeString(directory.resolve("scores.jsonl"), "old\n");

        assertThat(sorted("scores", PLENTY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, PLENTY})
    void nothingButTheResultIsLeft(long memory) throws IOException {
        spool(0, score(2, "t", "a", "", "2"), score(1, "t", "a", "", "1"));
        spool(1, score(3, "t", "b", "", "3"));

        sorted("scores", memory);

        try (Stream<Path> left = Files.walk(directory)) {
            assertThat(left.filter(Files::isRegularFile)).containsExactly(directory.resolve("scores.jsonl"));
        }
    }

    @Test
    void spoolThatEndsWithinARecordIsRefused() throws IOException {
        spool(0, score(1, "t", "a", "", "line"));
        Path file = Spool.filesOf(spool, "scores").get(0);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));

        assertThatThrownBy(() -> sorted("scores", PLENTY))
                .isInstanceOf(EOFException.class)
                .hasMessageContaining("ends within a record");
        assertThat(directory.resolve("scores.jsonl")).doesNotExist();
    }

    private final List<Spool> spools = new ArrayList<>();

    private void spool(int writer, Publication... publications) throws IOException {
        try (Spool opened = new Spool(spool, writer)) {
            for (Publication next : publications) {
                opened.append(next);
            }
        }
    }

    private void append(int writer, Publication next) throws IOException {
        while (spools.size() <= writer) {
            spools.add(new Spool(spool, spools.size()));
        }
        spools.get(writer).append(next);
    }

    private void closeSpools() throws IOException {
        for (Spool opened : spools) {
            opened.close();
        }
    }

    private List<String> sorted(String stream, long memory) throws IOException {
        Path target = directory.resolve(stream + ".jsonl");
        try (SortedLines lines = new SortedLines(spool, stream, memory)) {
            lines.moveTo(target);
        }
        return Files.readAllLines(target);
    }
}
