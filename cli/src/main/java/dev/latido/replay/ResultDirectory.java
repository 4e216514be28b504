package dev.latido.replay;

import dev.latido.publish.OutputStreams;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The directory that a run leaves its results in: {@code <stream>.jsonl} for each stream, and {@code summary.json}.
 *
 * <p>The results of an earlier run are deleted when it is opened, and all new ones appear at the end: a run that fails
 * leaves none. Other files are left alone. While it is open it holds a spool directory, which is gone afterwards, also
 * where the program is interrupted.
 */
public final class ResultDirectory implements AutoCloseable {

    private static final String SUMMARY = "summary.json";
    private static final String LINES = ".jsonl";

    private static final long SORT_MEMORY =
            Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 4);

    private final Path directory;
    private final TemporaryDirectory spool;

    private ResultDirectory(Path directory, TemporaryDirectory spool) {
        this.directory = directory;
        this.spool = spool;
    }

    /** Opens a directory, which is created where it does not exist, or says in one sentence why that cannot be done. */
    public static ResultDirectory open(Path directory) {
        return open(directory, TemporaryDirectory::in);
    }

    /** The same, for an owner that closes it also when the program is interrupted, and may write results until then. */
    public static ResultDirectory openUnguarded(Path directory) {
        return open(directory, TemporaryDirectory::unguarded);
    }

    private static ResultDirectory open(Path directory, SpoolPlace spools) {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new UnusableOutputException("Results cannot be written to " + directory + ": it is a file.");
        }
        try {
            Files.createDirectories(directory);
            ResultDirectory opened = new ResultDirectory(directory, spools.in(directory));
            opened.deleteResults();
            return opened;
        } catch (IOException e) {
            throw new UnusableOutputException(
                    "Results cannot be written to " + directory + ": it is not a directory one may write to.", e);
        }
    }

    private void deleteResults() throws IOException {
        try {
            Files.deleteIfExists(directory.resolve(SUMMARY));
            for (String stream : OutputStreams.ALL) {
                Files.deleteIfExists(directory.resolve(stream + LINES));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Where a {@link SpoolSink} collects what is published. */
    public Path spool() {
        return spool.path();
    }

    /**
     * Sorts what was spooled of a stream into its result file, which is empty where nothing was published; it is in the
     * directory once there is a summary.
     *
     * @return how many different customers the stream's records are of
     */
    public long writeLines(String stream) throws IOException {
        try (SortedLines lines = new SortedLines(spool.path(), stream, SORT_MEMORY)) {
            return lines.moveTo(finished().resolve(stream + LINES));
        }
    }

    /** Moves all results to where they are looked for, the summary last. */
    public void writeSummary(ReplaySummary summary) throws IOException {
        try (DirectoryStream<Path> results = Files.newDirectoryStream(finished())) {
            for (Path result : results) {
                move(result);
            }
        }
        move(Files.writeString(finished().resolve(SUMMARY), summary.toJson()));
    }

    private Path finished() throws IOException {
        return Files.createDirectories(spool.path().resolve("finished"));
    }

    private void move(Path result) throws IOException {
        Path target = directory.resolve(String.valueOf(result.getFileName()));
        Files.move(result, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    /** Makes the spool directory. */
    private interface SpoolPlace {
        TemporaryDirectory in(Path directory) throws IOException;
    }
}
