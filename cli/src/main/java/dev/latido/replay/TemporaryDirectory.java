package dev.latido.replay;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory that is deleted with all it holds when it is closed, or when the program ends before that. */
final class TemporaryDirectory implements Closeable {

    private static final int ROUNDS = 10;

    private final Path path;
    private final Thread atExit = new Thread(this::deleteQuietly, "delete-temporary-directory");

    private TemporaryDirectory(Path path) {
        this.path = path;
    }

    static TemporaryDirectory in(Path parent) throws IOException {
        TemporaryDirectory created = new TemporaryDirectory(Files.createTempDirectory(parent, ".latido-"));
        Runtime.getRuntime().addShutdownHook(created.atExit);
        return created;
    }

    Path path() {
        return path;
    }

    private void delete() throws IOException {
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path entry : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(entry);
            }
        }
    }

    /** A program that ends may still be writing: what appears while files are deleted is deleted in another round. */
    private void deleteQuietly() {
        boolean gone = false;
        for (int round = 0; round < ROUNDS && !gone; round++) {
            gone = tryToDelete();
        }
    }

    private boolean tryToDelete() {
        try {
            delete();
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The program is ending already: the hook deletes.
            return;
        }
        delete();
    }
}
