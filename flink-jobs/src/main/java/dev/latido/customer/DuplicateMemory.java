package dev.latido.customer;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;

/** The ids by which a repeated event is known: activity ids for a short while, all others for longer. */
final class DuplicateMemory {

    private RecentIds activity = new RecentIds();
    private RecentIds other = new RecentIds();

    boolean knows(long id, long place, DuplicateConfig config) {
        return activity.contains(id, place - config.activityMillis())
                || other.contains(id, place - config.otherMillis());
    }

    void remember(long id, boolean isActivity, long place, DuplicateConfig config) {
        forget(place, config);
        if (isActivity) {
            activity.add(id, place, config.activityIds());
        } else {
            other.add(id, place, config.otherIds());
        }
    }

    /** Forgets what can no longer be repeated. */
    void forget(long now, DuplicateConfig config) {
        activity.forgetBefore(now - config.activityMillis());
        other.forgetBefore(now - config.otherMillis());
    }

    void write(StateWriter out) {
        activity.write(out);
        other.write(out);
    }

    static DuplicateMemory read(StateReader in) {
        DuplicateMemory read = new DuplicateMemory();
        read.activity = RecentIds.read(in);
        read.other = RecentIds.read(in);
        return read;
    }
}
