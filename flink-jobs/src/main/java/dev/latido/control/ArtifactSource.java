package dev.latido.control;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/** The files of an artifact's directory, in whichever of Flink's file systems it is. */
public final class ArtifactSource {

    /** More than this is never read. */
    public static final long MOST_BYTES = 32L << 20;

    private static final int MOST_FILES = 100;
    private static final String MANIFEST = "artifact.yaml";

    /** What belongs to an artifact, but nobody scores by. */
    private static final Set<String> FOR_PEOPLE = Set.of("MODEL_CARD.md", "report.html");

    private ArtifactSource() {}

    /**
     * Reads all files of the directory that are not for people only; what is too large is known by its length.
     *
     * @return by name
     */
    public static Map<String, byte[]> read(String location) throws UnreadableLocationException {
        try {
            Path directory = absolute(location);
            FileSystem files = directory.getFileSystem();
            Map<String, FileStatus> found = list(files, directory);
            requireArtifact(location, found);
            return read(location, files, found);
        } catch (IOException | RuntimeException e) { // file systems that are plugged in throw exceptions of their own
            throw new UnreadableLocationException(true, location + " cannot be read: " + sentence(e));
        }
    }

    private static Path absolute(String location) throws UnreadableLocationException {
        Path path = new Path(location);
        if (!path.isAbsolute()) {
            throw new UnreadableLocationException(
                    false, location + " is not absolute; the job may run on another machine, in another directory.");
        }
        return path;
    }

    private static Map<String, FileStatus> list(FileSystem files, Path directory) throws IOException {
        FileStatus @Nullable [] listed = files.listStatus(directory);
        Map<String, FileStatus> found = new TreeMap<>();
        if (listed != null) {
            for (FileStatus file : listed) {
                String name = file.getPath().getName();
                if (!file.isDir() && !FOR_PEOPLE.contains(name)) {
                    found.put(name, file);
                }
            }
        }
        return found;
    }

    private static void requireArtifact(String location, Map<String, FileStatus> found)
            throws UnreadableLocationException {
        if (!found.containsKey(MANIFEST)) {
            throw new UnreadableLocationException(
                    true, "There is no artifact at " + location + ": it is no directory with an " + MANIFEST + ".");
        }
        if (found.size() > MOST_FILES) {
            throw new UnreadableLocationException(
                    false, location + " holds " + found.size() + " files; an artifact has at most " + MOST_FILES + ".");
        }
        long bytes = found.values().stream().mapToLong(FileStatus::getLen).sum();
        if (bytes > MOST_BYTES) {
            throw tooLarge(location, bytes);
        }
    }

    private static Map<String, byte[]> read(String location, FileSystem files, Map<String, FileStatus> found)
            throws IOException, UnreadableLocationException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        long left = MOST_BYTES;
        for (Map.Entry<String, FileStatus> file : found.entrySet()) {
            try (InputStream in = files.open(file.getValue().getPath())) {
                byte[] content = in.readNBytes((int) left + 1); // a file may grow while it is read
                left -= content.length;
                if (left < 0) {
                    throw tooLarge(location, MOST_BYTES - left);
                }
                contents.put(file.getKey(), content);
            }
        }
        return contents;
    }

    private static UnreadableLocationException tooLarge(String location, long bytes) {
        return new UnreadableLocationException(
                false,
                String.format(
                        Locale.ROOT,
                        "%s holds %.1f MiB; an artifact has at most %d MiB.",
                        location,
                        bytes / (double) (1 << 20),
                        MOST_BYTES >> 20));
    }

    private static String sentence(Exception e) {
        String message = String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
        return e.getClass().getSimpleName() + ": " + message + (message.endsWith(".") ? "" : ".");
    }
}
