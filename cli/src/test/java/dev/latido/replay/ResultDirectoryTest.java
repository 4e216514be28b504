package dev.latido.replay;

import static dev.latido.replay.Publications.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void missingDirectoriesAreCreated() throws IOException {
        Path out = directory.resolve("a/b c");

        try (ResultDirectory results = ResultDirectory.open(out)) {
            results.writeSummary(new ReplaySummary(0, 0, 0, 0, 0, 0, 0, 0.5));
        }

        assertThat(names(out)).containsExactly("summary.json");
    }

    @Test
    void resultsAreReplacedAndOtherFilesLeftAlone() throws IOException {
        Files.writeString(directory.resolve("scores.jsonl"), "old\n");
        Files.writeString(directory.resolve("summary.json"), "old");
        Files.writeString(directory.resolve("notes.txt"), "mine");

        try (ResultDirectory results = ResultDirectory.open(directory)) {
            try (Spool spool = new Spool(results.spool(), 0)) {
                spool.append(score(1, "t", "a", "", "new"));
            }
            results.writeLines("scores");
            results.writeSummary(new ReplaySummary(1, 1, 0, 0, 0, 0, 0, 0.5));
        }

        assertThat(directory.resolve("scores.jsonl")).hasContent("new");
        assertThat(directory.resolve("summary.json")).content().contains("\"in\" : 1");
        assertThat(directory.resolve("notes.txt")).hasContent("mine");
        assertThat(names(directory)).containsExactlyInAnyOrder("notes.txt", "scores.jsonl", "summary.json");
    }

    @Test
    void aRunThatFailsLeavesNeitherOldResultsNorSomeOfItsOwn() throws IOException {
        for (String old : List.of("health-scores.jsonl", "alerts.jsonl", "summary.json", "notes.txt")) {
            Files.writeString(directory.resolve(old), "old\n");
        }

        try (ResultDirectory results = ResultDirectory.open(directory)) {
            results.writeLines("health-scores");
            assertThat(directory.resolve("health-scores.jsonl")).doesNotExist();
        }

        assertThat(names(directory)).containsExactly("notes.txt");
    }

    @Test
    void whatWasSpooledIsGoneWhereNothingWasFinished() throws IOException {
        try (ResultDirectory results = ResultDirectory.open(directory);
                Spool spool = new Spool(results.spool(), 0)) {
            spool.append(score(1, "t", "a", "", "unfinished"));
        }

        assertThat(names(directory)).isEmpty();
    }

    @Test
    void fileIsRefusedInOneSentence() throws IOException {
        Path file = Files.writeString(directory.resolve("results"), "");

        assertThatExceptionOfType(UnusableOutputException.class)
                .isThrownBy(() -> ResultDirectory.open(file))
                .withMessage("Results cannot be written to " + file + ": it is a file.");
    }

    @Test
    void directoryBelowAFileIsRefusedInOneSentence() throws IOException {
        Path below = Files.writeString(directory.resolve("results"), "").resolve("out");

        assertThatExceptionOfType(UnusableOutputException.class)
                .isThrownBy(() -> ResultDirectory.open(below))
                .withMessage("Results cannot be written to " + below + ": it is not a directory one may write to.");
    }

    @Test
    void directoryThatNobodyMayWriteToIsRefusedInOneSentence() {
        // Not even the super-user creates files there.
        Path kernel = Path.of("/proc");

        assertThatExceptionOfType(UnusableOutputException.class)
                .isThrownBy(() -> ResultDirectory.open(kernel))
                .withMessageStartingWith("Results cannot be written to /proc: ");
    }

    private static Stream<String> names(Path directory) throws IOException {
        try (Stream<Path> listed = Files.list(directory)) {
            return listed.map(Path::getFileName).map(Path::toString).toList().stream();
        }
    }
}
