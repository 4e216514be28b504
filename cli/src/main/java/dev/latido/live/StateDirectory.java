package dev.latido.live;

import dev.latido.live.Snapshot.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory in which a job keeps its checkpoints and savepoints, held by one process at a time. Nothing in these two
 * folders is ever deleted here; Flink itself deletes the checkpoints that newer ones of the same run replace.
 */
public final class StateDirectory implements AutoCloseable {

    /** Flink writes this file last, and gives it its name when it is whole. */
    private static final String METADATA = "_metadata";

    /** A checkpoint is in {@code checkpoints/<run>/chk-<n>}. */
    private static final int DEPTH = 3;

    private final Path path;
    private final FileChannel lock;

    private StateDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes hold of a directory, which is made where it does not exist. */
    public static StateDirectory open(Path directory) throws UnusableStateException {
        Path path = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path.resolve("checkpoints"));
            Files.createDirectories(path.resolve("savepoints"));
            StateDirectory opened = new StateDirectory(path, lock(path));
            opened.deleteWork();
            return opened;
        } catch (IOException | UncheckedIOException e) {
            throw new UnusableStateException(
                    "State cannot be kept in " + path + " (job.stateDirectory): it is not a directory one may write"
                            + " to.",
                    e);
        }
    }

    private static FileChannel lock(Path path) throws IOException, UnusableStateException {
        FileChannel channel =
                FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!tryLock(channel)) {
            channel.close();
            throw new UnusableStateException(
                    "The state in " + path + " (job.stateDirectory) is in use by another `latido run`.");
        }
        return channel;
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    public Path path() {
        return path;
    }

    Path checkpoints() {
        return path.resolve("checkpoints");
    }

    Path savepoints() {
        return path.resolve("savepoints");
    }

    /** Where the job keeps what it needs only while it runs. */
    Path work() {
        return path.resolve("work");
    }

    /** The latest complete checkpoint or savepoint, of whatever run. */
    public Optional<Snapshot> newest() throws IOException {
        return Stream.concat(
                        snapshots(checkpoints(), Kind.CHECKPOINT).stream(),
                        snapshots(savepoints(), Kind.SAVEPOINT).stream())
                .max(Comparator.comparing(Snapshot::at).thenComparing(Snapshot::path));
    }

    private static Optional<Snapshot> snapshots(Path folder, Kind kind) throws IOException {
        try (Stream<Path> files = Files.find(folder, DEPTH, StateDirectory::isMetadata)) {
            return files.map(file -> snapshot(file, kind))
                    .flatMap(Optional::stream)
                    .max(Comparator.comparing(Snapshot::at).thenComparing(Snapshot::path));
        }
    }

    private static boolean isMetadata(Path file, BasicFileAttributes attributes) {
        return attributes.isRegularFile()
                && attributes.size() > 0
                && METADATA.equals(String.valueOf(file.getFileName()));
    }

    private static Optional<Snapshot> snapshot(Path metadata, Kind kind) {
        try {
            return Optional.of(new Snapshot(
                    kind,
                    metadata.resolveSibling("").normalize(),
                    Files.getLastModifiedTime(metadata).toInstant()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteWork() throws IOException {
        if (Files.exists(work())) {
            try (Stream<Path> tree = Files.walk(work())) {
                for (Path entry : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
                    Files.deleteIfExists(entry);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        deleteWork();
        lock.close();
    }
}
