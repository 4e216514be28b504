package dev.latido.connector.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.connector.mapping.Mapping;
import dev.latido.connector.mapping.MappingDecoder;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decodes records by one mapping and gives what became of them. */
public final class Decodes {

    public static final Origin ORIGIN = new Origin("test", "topic", 3, 42);
    public static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    private final MappingDecoder<MappedEvent> decoder;

    public Decodes(Mapping mapping) {
        decoder = new MappingDecoder<>(mapping, MappedEvent::new);
    }

    /** Decodes by the mapping that this YAML text says. */
    public static Decodes by(String yaml) {
        return new Decodes(mapping(yaml));
    }

    public static Mapping mapping(String yaml) {
        return Mapping.load(new ByteArrayInputStream(yaml.getBytes(UTF_8)), "shop.yaml", MappedEvent.KINDS);
    }

    public List<Decoded<MappedEvent>> all(byte[] record) {
        List<Decoded<MappedEvent>> results = new ArrayList<>();
        decoder.decode(record, ORIGIN, LATEST, results::add);
        return results;
    }

    public List<Decoded<MappedEvent>> all(String record) {
        return all(record.getBytes(UTF_8));
    }

    public Decoded<MappedEvent> one(byte[] record) {
        List<Decoded<MappedEvent>> results = all(record);
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    public MappedEvent event(String record) {
        Decoded<MappedEvent> decoded = one(record.getBytes(UTF_8));
        assertThat(decoded).isInstanceOf(Decoded.Event.class);
        return ((Decoded.Event<MappedEvent>) decoded).event();
    }

    public String reason(byte[] record) {
        return what(one(record));
    }

    public String reason(String record) {
        return reason(record.getBytes(UTF_8));
    }

    public boolean ignores(String record) {
        return one(record.getBytes(UTF_8)) instanceof Decoded.Ignored;
    }

    /** A result in a word: the event's kind, {@code ignored}, or the reason of a rejection. */
    public static String what(Decoded<MappedEvent> decoded) {
        if (decoded instanceof Decoded.Rejected<MappedEvent> rejected) {
            return rejected.reason();
        }
        return decoded instanceof Decoded.Event<MappedEvent> event
                ? event.event().kind()
                : "ignored";
    }
}
