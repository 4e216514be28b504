package dev.latido.model.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of an artifact that a program reads, by name. */
public final class ArtifactFiles {

    /** What the artifact says of itself, with the SHA-256 of all others. */
    public static final String MANIFEST = "artifact.yaml";

    /** The model in XGBoost's JSON. */
    public static final String MODEL_JSON = "model.json";

    /** The model in XGBoost's binary JSON, instead. */
    public static final String MODEL_UBJSON = "model.ubj";

    /** Rows with the margins and predictions that they must have. */
    public static final String GOLDEN = "golden.csv";

    /** What the features and the score were like in training. */
    public static final String REFERENCE = "reference.json";

    /** All of them. */
    public static final List<String> NAMES = List.of(MANIFEST, MODEL_JSON, MODEL_UBJSON, GOLDEN, REFERENCE);

    /** The most bytes that an artifact may have in all: 32 MiB. */
    public static final long MOST_BYTES = 32L << 20;

    private ArtifactFiles() {}

    /** Where the files of an artifact are. */
    public interface Place {

        /** Opens a file; empty where there is none of that name. */
        Optional<InputStream> open(String name) throws IOException;
    }

    /**
     * Reads the files that are there, and never much more than an artifact may have.
     *
     * @throws UnusableArtifactException when there is no manifest, or more than {@link #MOST_BYTES}
     */
    public static Map<String, byte[]> read(Place place) throws IOException, UnusableArtifactException {
        Map<String, byte[]> files = new TreeMap<>();
        long left = MOST_BYTES;
        for (String name : NAMES) {
            Optional<InputStream> found = place.open(name);
            if (found.isPresent()) {
                try (InputStream in = found.get()) {
                    byte[] content = in.readNBytes((int) left + 1);
                    left -= content.length;
                    files.put(name, content);
                }
            }
            if (left < 0) {
                throw new UnusableArtifactException(
                        name + " brings the artifact above 32 MiB, which is the most that it may have in all.");
            }
        }
        return files;
    }

    /** Refuses more bytes than an artifact may have. */
    static void requireSmall(Map<String, byte[]> files) throws UnusableArtifactException {
        long bytes =
                files.values().stream().mapToLong(content -> content.length).sum();
        if (bytes > MOST_BYTES) {
            String largest = files.entrySet().stream()
                    .max(Map.Entry.comparingByValue((one, other) -> Integer.compare(one.length, other.length)))
                    .orElseThrow()
                    .getKey();
            throw new UnusableArtifactException(
                    largest + " brings the artifact above 32 MiB, which is the most that it may have in all.");
        }
    }
}
