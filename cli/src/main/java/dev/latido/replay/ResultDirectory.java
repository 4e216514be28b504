package dev.latido.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The directory that a run leaves its results in: {@code <stream>.jsonl} for each stream, and {@code summary.json}.
 *
 * <p>Result files that exist are replaced, other files are left alone. While it is open it holds a spool directory,
 * which is gone afterwards, also where the program is interrupted.
 */
public final class ResultDirectory implements AutoCloseable {

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
            return new ResultDirectory(directory, spools.in(directory));
        } catch (IOException e) {
            throw new UnusableOutputException(
                    "Results cannot be written to " + directory + ": it is not a directory one may write to.", e);
        }
    }

    /** Where a {@link SpoolSink} collects what is published. */
    public Path spool() {
        return spool.path();
    }

    /**
     * Moves what was spooled of a stream into its result file; the file is empty where nothing was published.
     *
     * @return how many different customers the stream's records are of
     */
    public long writeLines(String stream) throws IOException {
        try (SortedLines lines = new SortedLines(spool.path(), stream, SORT_MEMORY)) {
            return lines.moveTo(directory.resolve(stream + ".jsonl"));
        }
    }

    public void writeSummary(ReplaySummary summary) throws IOException {
        Path unfinished = Files.writeString(spool.path().resolve("summary.json"), summary.toJson());
        Path target = directory.resolve("summary.json");
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
