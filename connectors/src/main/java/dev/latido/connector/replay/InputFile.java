package dev.latido.connector.replay;

import static java.util.Objects.requireNonNull;

import dev.latido.connector.mapping.Mapping;
import java.io.Serializable;

/**
 * A file of events.
 *
 * @param source name of the source, for the origin of its records
 * @param path where it is
 * @param boundMillis how far behind the highest time before it an event may come without being late
 */
public record InputFile(String source, String path, Mapping mapping, long boundMillis) implements Serializable {

    public InputFile {
        requireNonNull(source, "source");
        requireNonNull(path, "path");
        requireNonNull(mapping, "mapping");
        if (boundMillis < 0) {
            throw new IllegalArgumentException("An event can be 0 ms or more behind, not " + boundMillis);
        }
    }
}
