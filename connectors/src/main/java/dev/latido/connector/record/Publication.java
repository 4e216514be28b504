package dev.latido.connector.record;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One record on its way out: to a topic, or to a line of a file. Immutable by agreement: nobody writes to its arrays.
 *
 * <p>Files are sorted by (at, tenant, customer, id); topics ignore these four.
 */
public final class Publication {

    private final String stream;
    private final byte[] key;
    private final byte @Nullable [] value;
    private final long at;
    private final String tenantId;
    private final String customerId;
    private final String id;

    /**
     * A record of one of the job's output streams.
     *
     * @param stream name of the output ({@code health-scores}); a sink decides which topic or file that is
     * @param key the Kafka key, UTF-8
     * @param value one JSON object without line ends, UTF-8; null for a tombstone
     * @param at event time, milliseconds since 1970-01-01 UTC; 0 where the record has none
     * @param tenantId empty where the record has none
     * @param customerId empty where the record has none
     * @param id empty where the record has none
     */
    public Publication(
            String stream,
            byte[] key,
            byte @Nullable [] value,
            long at,
            String tenantId,
            String customerId,
            String id) {
        this.stream = requireNonNull(stream, "stream");
        this.key = requireNonNull(key, "key");
        this.value = value;
        this.at = at;
        this.tenantId = requireNonNull(tenantId, "tenantId");
        this.customerId = requireNonNull(customerId, "customerId");
        this.id = requireNonNull(id, "id");
    }

    public String stream() {
        return stream;
    }

    public byte[] key() {
        return key;
    }

    public byte @Nullable [] value() {
        return value;
    }

    public long at() {
        return at;
    }

    public String tenantId() {
        return tenantId;
    }

    public String customerId() {
        return customerId;
    }

    public String id() {
        return id;
    }
}
