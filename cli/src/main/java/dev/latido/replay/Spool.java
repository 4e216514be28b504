package dev.latido.replay;

import dev.latido.connector.record.Publication;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The spool files of one writer, one for each stream: {@code <directory>/<stream>/<writer>}. */
public final class Spool implements Closeable {

    private final Path directory;
    private final String writer;
    private final Map<String, SpoolFile> files = new HashMap<>();

    /** Names sort as the writers' numbers do. */
    public Spool(Path directory, int writer) {
        this.directory = directory;
        this.writer = "%010d".formatted(writer);
    }

    /** The spool files of a stream in the order of their writers; none where nothing was published. */
    static List<Path> filesOf(Path directory, String stream) throws IOException {
        Path files = directory.resolve(stream);
        if (!Files.isDirectory(files)) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(files)) {
            return listed.sorted().toList();
        }
    }

    /** Adds a publication; a tombstone is not a line of a file, so it is left out. */
    public void append(Publication publication) throws IOException {
        byte @Nullable [] value = publication.value();
        if (value == null) {
            return;
        }
        SpoolFile file = files.get(publication.stream());
        if (file == null) {
            file = open(publication.stream());
        }
        file.append(publication, value);
    }

    private SpoolFile open(String stream) throws IOException {
        Path parent = Files.createDirectories(directory.resolve(stream));
        SpoolFile file = new SpoolFile(parent.resolve(writer));
        files.put(stream, file);
        return file;
    }

    void flush() throws IOException {
        for (SpoolFile file : files.values()) {
            file.flush();
        }
    }

    @Override
    public void close() throws IOException {
        @Nullable IOException failure = null;
        for (SpoolFile file : files.values()) {
            try {
                file.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        files.clear();
        if (failure != null) {
            throw failure;
        }
    }
}
