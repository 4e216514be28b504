package dev.latido.replay;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory that is deleted with all it holds when it is closed. */
public final class TemporaryDirectory implements Closeable {

    private static final int ROUNDS = 10;

    private final Path path;
    private final Thread atExit = new Thread(this::tryToDelete, "delete-temporary-directory");

    private TemporaryDirectory(Path path) {
        this.path = path;
    }

    /** A directory that is deleted, too, when the program ends before it is closed. */
    public static TemporaryDirectory in(Path parent) throws IOException {
        TemporaryDirectory created = unguarded(parent);
        Runtime.getRuntime().addShutdownHook(created.atExit);
        return created;
    }

    /** A directory whose owner closes it also when the program is interrupted: what is in it may be needed until then. */
    public static TemporaryDirectory unguarded(Path parent) throws IOException {
        return new TemporaryDirectory(Files.createTempDirectory(parent, ".latido-"));
    }

    public Path path() {
        return path;
    }

    private void delete() throws IOException {
        if (Files.notExists(path)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path entry : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(entry);
            }
        }
    }

    /** A program that ends may still be writing: what appears while files are deleted is deleted in another round. */
    private boolean tryToDelete() {
        for (int round = 1; round < ROUNDS; round++) {
            try {
                delete();
                return true;
            } catch (IOException | UncheckedIOException e) {
                // Somebody else is writing or deleting; again.
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The program is ending already: a hook deletes as well, at the same time.
        }
        if (!tryToDelete()) {
            delete();
        }
    }
}
