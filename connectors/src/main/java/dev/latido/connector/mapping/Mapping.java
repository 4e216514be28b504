package dev.latido.connector.mapping;

import static java.util.Objects.requireNonNull;

import dev.latido.connector.scan.Pointer;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the records of one source become events; what a mapping file says.
 *
 * @param name the file as it was named to the loader
 * @param batch where a record holds many events; null when each is one
 * @param names fallbacks for the event's name, unless the kind's rule has its own
 * @param amount null when events of this source carry no money
 */
public record Mapping(
        String name,
        Format format,
        @Nullable Batch batch,
        Identity identity,
        TimeRule time,
        KindChoice kind,
        List<Pointer> names,
        @Nullable AmountRule amount,
        AttributeRules attributes)
        implements Serializable {

    public Mapping {
        requireNonNull(name, "name");
        requireNonNull(format, "format");
        requireNonNull(identity, "identity");
        requireNonNull(time, "time");
        requireNonNull(kind, "kind");
        names = List.copyOf(names);
        requireNonNull(attributes, "attributes");
    }

    /** Reads a mapping file; {@code kinds} are the names of kinds that it may use. */
    public static Mapping load(Path file, Set<String> kinds) {
        return MappingLoader.load(file, kinds);
    }

    /** Reads a mapping from a stream, which stays open; {@code name} stands for the file in messages. */
    public static Mapping load(InputStream in, String name, Set<String> kinds) {
        return MappingLoader.load(in, name, kinds);
    }

    /** What the bytes of a record are. */
    public enum Format {
        JSON,
        CSV
    }

    /**
     * An array of events in a record.
     *
     * @param orSingle whether a record without the array is one event; otherwise it is rejected
     */
    public record Batch(Pointer pointer, boolean orSingle) implements Serializable {}

    /**
     * Where the four identifiers stand, each with fallbacks in order; an empty list means it never has one.
     *
     * @param noId texts that stand for "none" in an identifier
     */
    public record Identity(
            List<Pointer> id, List<Pointer> tenant, List<Pointer> customer, List<Pointer> user, Set<String> noId)
            implements Serializable {
        public Identity {
            id = List.copyOf(id);
            tenant = List.copyOf(tenant);
            customer = List.copyOf(customer);
            user = List.copyOf(user);
            noId = Set.copyOf(noId);
        }
    }
}
