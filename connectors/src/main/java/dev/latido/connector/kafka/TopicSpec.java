package dev.latido.connector.kafka;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a job needs of a topic.
 *
 * @param what what is in it, for a person
 * @param key what its records are keyed by, for a person
 * @param partitions how many it has at least, and exactly when it is created
 * @param retention how long records stay at least; null in a compacted topic, where the latest of each key stays
 * @param maxMessageBytes how large a record may be at least
 */
public record TopicSpec(
        String name,
        String what,
        String key,
        int partitions,
        @Nullable Duration retention,
        int maxMessageBytes,
        Use use) {

    /** What the job does with a topic. */
    public enum Use {
        INPUT,
        OUTPUT
    }

    public TopicSpec {
        requireNonNull(name, "name");
        requireNonNull(what, "what");
        requireNonNull(key, "key");
        requireNonNull(use, "use");
        if (partitions < 1) {
            throw new IllegalArgumentException("The topic " + name + " needs at least 1 partition, not " + partitions);
        }
        if (maxMessageBytes < 1) {
            throw new IllegalArgumentException(
                    "The topic " + name + " needs room for records, not for " + maxMessageBytes + " bytes");
        }
    }

    /** Whether only the latest record of each key stays. */
    public boolean compacted() {
        return retention == null;
    }

    String cleanupPolicy() {
        return compacted() ? "compact" : "delete";
    }

    /** The settings of a topic made to this specification. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("cleanup.policy", cleanupPolicy());
        if (retention != null) {
            settings.put("retention.ms", Long.toString(retention.toMillis()));
        }
        settings.put("max.message.bytes", Integer.toString(maxMessageBytes));
        return settings;
    }
}
