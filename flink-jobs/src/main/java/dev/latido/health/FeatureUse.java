package dev.latido.health;

import dev.latido.memory.Sightings;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;

/** The days on which each catalogue feature was used. */
final class FeatureUse {

    /** Until then only the last day was known. */
    private static final int LAYOUT_WITH_ALL_DAYS = 2;

    /** Only what is in the catalogue gets in. */
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private Sightings features = new Sightings(UNBOUNDED);

    /** The day on which the catalogue was last looked at; settings may have changed since. */
    private int checkedOn = Integer.MIN_VALUE;

    void used(long feature, int day, int today) {
        features.seen(feature, day, today);
    }

    /** How many features of the catalogue were used in the last 30 days. */
    int count(int today, Catalogue catalogue) {
        check(today, catalogue);
        return features.recent(today);
    }

    /** How many features of the catalogue were used in the 30 days before the last 30. */
    int countBefore(int today, Catalogue catalogue) {
        check(today, catalogue);
        return features.before(today);
    }

    private void check(int today, Catalogue catalogue) {
        if (checkedOn != today) {
            features.retain(catalogue::contains);
            checkedOn = today;
        }
    }

    /** On how many of the days from {@code first} to {@code last}, both counted, within the last 30, the feature was used. */
    int daysUsed(long feature, int first, int last, int today) {
        return features.daysSeen(feature, Math.max(first, today - Health.MONTH_DAYS + 1), last);
    }

    /** The hashes of the features used in the last 30 days, ascending; valid after {@link #count} for the same day. */
    long[] used() {
        return features.seenSince(checkedOn - Health.MONTH_DAYS + 1);
    }

    void write(StateWriter out) {
        features.write(out);
    }

    static FeatureUse read(StateReader in) {
        FeatureUse read = new FeatureUse();
        read.features = in.version() < LAYOUT_WITH_ALL_DAYS
                ? Sightings.readLastDays(UNBOUNDED, in)
                : Sightings.read(UNBOUNDED, in);
        return read;
    }
}
