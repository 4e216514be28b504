package dev.latido.setting;

import java.io.Serializable;

/**
 * One entry of the {@code sources} block: a topic of events.
 *
 * @param mapping name of a shipped mapping, or path of a mapping file
 * @param outOfOrdernessSeconds how far behind the highest time of its partition an event may come without being late
 * @param sparse whether its silence never holds event time back
 */
public record SourceSettings(
        String topic, String mapping, int outOfOrdernessSeconds, boolean sparse, int partitions, int retentionDays)
        implements Serializable {

    /** Checks the entry under its name. */
    void validate(String name) {
        String key = "sources." + name;
        Require.topic(key + ".topic", topic);
        Require.text(key + ".mapping", mapping);
        Require.between(key + ".outOfOrdernessSeconds", outOfOrdernessSeconds, 0, 7 * 86_400);
        Require.between(key + ".partitions", partitions, 1, 10_000);
        Require.between(key + ".retentionDays", retentionDays, 1, 3650);
    }
}
