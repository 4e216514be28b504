package dev.latido.scoring;

import static java.util.Objects.requireNonNull;

import dev.latido.change.ControlMessage;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a model artifact that has been checked. Immutable by agreement: nobody writes to its arrays.
 *
 * @param sha256 SHA-256 of its {@code artifact.yaml}, by which it is told from all others
 * @param version what the artifact calls itself
 * @param files by name, all that count
 */
public record ModelContent(String sha256, String version, Map<String, byte[]> files) implements Loaded, ControlMessage {

    public ModelContent {
        requireNonNull(sha256, "sha256");
        requireNonNull(version, "version");
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** Size of all files. */
    public long bytes() {
        return files.values().stream().mapToLong(file -> file.length).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelContent that && sha256.equals(that.sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return "ModelContent[" + version + ", " + sha256 + ", " + bytes() + " bytes]";
    }
}
