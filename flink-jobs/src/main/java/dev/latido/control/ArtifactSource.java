package dev.latido.control;

import dev.latido.model.artifact.ArtifactFiles;
import dev.latido.model.artifact.UnusableArtifactException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** The files of an artifact's directory, in whichever of Flink's file systems it is. */
public final class ArtifactSource {

    private ArtifactSource() {}

    /**
     * Reads the files that count; what is too large is known by its length.
     *
     * @return by name
     * @throws UnusableArtifactException where a file has grown too large since
     */
    public static Map<String, byte[]> read(String location)
            throws UnreadableLocationException, UnusableArtifactException {
        try {
            Path directory = absolute(location);
            FileSystem files = directory.getFileSystem();
            Map<String, FileStatus> found = find(files, directory);
            requireArtifact(location, found);
            return ArtifactFiles.read(name -> {
                FileStatus file = found.get(name);
                return file == null ? Optional.empty() : Optional.of(files.open(file.getPath()));
            });
        } catch (IOException | RuntimeException e) { // file systems that are plugged in throw exceptions of their own
            throw new UnreadableLocationException(location + " cannot be read: " + sentence(e));
        }
    }

    private static Path absolute(String location) throws UnreadableLocationException {
        Path path = new Path(location);
        if (!path.isAbsolute()) {
            throw new UnreadableLocationException(
                    location + " is not absolute; the job may run on another machine, in another directory.");
        }
        return path;
    }

    private static Map<String, FileStatus> find(FileSystem files, Path directory) throws IOException {
        Map<String, FileStatus> found = new TreeMap<>();
        for (String name : ArtifactFiles.NAMES) {
            status(files, new Path(directory, name)).ifPresent(file -> found.put(name, file));
        }
        return found;
    }

    /** Not every artifact has every file. */
    private static Optional<FileStatus> status(FileSystem files, Path file) throws IOException {
        try {
            return Optional.of(files.getFileStatus(file));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    private static void requireArtifact(String location, Map<String, FileStatus> found)
            throws UnreadableLocationException {
        if (!found.containsKey(ArtifactFiles.MANIFEST)) {
            throw new UnreadableLocationException("There is no artifact at " + location
                    + ": it is no directory with an " + ArtifactFiles.MANIFEST + ".");
        }
        long bytes = found.values().stream().mapToLong(FileStatus::getLen).sum();
        if (bytes > ArtifactFiles.MOST_BYTES) {
            throw new UnreadableLocationException(String.format(
                    Locale.ROOT,
                    "The artifact at %s has %.1f MiB; at most %d MiB are allowed.",
                    location,
                    bytes / (double) (1 << 20),
                    ArtifactFiles.MOST_BYTES >> 20));
        }
    }

    private static String sentence(Exception e) {
        String message = String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
        return e.getClass().getSimpleName() + ": " + message + (message.endsWith(".") ? "" : ".");
    }
}
