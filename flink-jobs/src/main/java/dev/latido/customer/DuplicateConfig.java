package dev.latido.customer;

import java.io.Serializable;

/**
 * Settings of the duplicate memory; the block {@code duplicates} of the settings.
 *
 * @param activityIds how many ids of activity events are remembered per customer
 * @param activityMinutes for how long, in event time
 * @param otherIds how many ids of all other events are remembered per customer
 * @param otherHours for how long, in event time
 */
public record DuplicateConfig(int activityIds, int activityMinutes, int otherIds, int otherHours)
        implements Serializable {

    public DuplicateConfig {
        within("activityIds", activityIds, 1, 4_096);
        within("activityMinutes", activityMinutes, 1, 10_080);
        within("otherIds", otherIds, 1, 4_096);
        within("otherHours", otherHours, 1, 2_160);
    }

    long activityMillis() {
        return activityMinutes * 60_000L;
    }

    long otherMillis() {
        return otherHours * 3_600_000L;
    }

    private static void within(String key, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    "duplicates." + key + " must be between " + lowest + " and " + highest + ", was " + value);
        }
    }
}
