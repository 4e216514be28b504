package dev.latido.setting;

import java.io.Serializable;

/**
 * A topic that the job writes, or reads commands from.
 *
 * @param retentionDays 0 for a compacted topic that is kept for good
 */
public record TopicSettings(String topic, int partitions, int retentionDays) implements Serializable {

    /** Checks the entry under its key. */
    void validate(String key) {
        Require.topic(key + ".topic", topic);
        Require.between(key + ".partitions", partitions, 1, 10_000);
        Require.between(key + ".retentionDays", retentionDays, 0, 3650);
    }
}
