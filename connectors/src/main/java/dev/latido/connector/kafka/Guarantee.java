package dev.latido.connector.kafka;

import java.util.Locale;

/** What a job promises about its output in Kafka. */
public enum Guarantee {
    /** Every record once, visible to read_committed readers after the checkpoint that includes it. */
    EXACTLY_ONCE,
    /** Every record once or, after a failure, more than once; visible at once. */
    AT_LEAST_ONCE;

    /** The guarantee that a setting names: {@code exactly-once} or {@code at-least-once}. */
    public static Guarantee named(String name) {
        for (Guarantee guarantee : values()) {
            if (guarantee.toString().equals(name)) {
                return guarantee;
            }
        }
        throw new IllegalArgumentException("guarantee is exactly-once or at-least-once, not " + name);
    }

    /** The name in settings. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
