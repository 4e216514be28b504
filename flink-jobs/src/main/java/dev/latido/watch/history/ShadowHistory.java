package dev.latido.watch.history;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.watch.tally.ArtifactId;
import dev.latido.watch.tally.ScoreTally;
import dev.latido.watch.tally.ShadowTally;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows that an artifact in the shadow has scored beside one active artifact: by the day for a week, and all before that in
 * one. Mutable, owned by one thread.
 */
final class ShadowHistory {

    private static final int DAYS = 7;

    private final ArtifactId id;
    private final TreeMap<Long, TimedTally> days = new TreeMap<>();
    private @Nullable TimedTally before;

    /** Rows, and when the first and the last of them were scored. */
    private record TimedTally(long firstAt, long lastAt, ShadowTally rows) {

        TimedTally plus(TimedTally other) {
            return new TimedTally(
                    Math.min(firstAt, other.firstAt), Math.max(lastAt, other.lastAt), rows.plus(other.rows));
        }

        void write(StateWriter out) {
            out.signed(firstAt).signed(lastAt);
            rows.write(out);
        }

        static TimedTally read(StateReader in) {
            return new TimedTally(in.signed(), in.signed(), ShadowTally.read(in));
        }
    }

    ShadowHistory(ArtifactId id) {
        this.id = id;
    }

    ArtifactId id() {
        return id;
    }

    void add(ScoreTally tally, ShadowTally rows) {
        days.merge(Hours.day(tally.hour()), new TimedTally(tally.firstAt(), tally.lastAt(), rows), TimedTally::plus);
    }

    /**
     * Forgets which day rows were of that no week before the boundary, a day, reaches. Who has scored nothing for that week
     * begins anew.
     */
    void forget(long boundaryDay) {
        Map<Long, TimedTally> old = days.headMap(boundaryDay - DAYS);
        before = sum(before, old.values());
        old.clear();
        if (days.headMap(boundaryDay).isEmpty()) {
            before = null;
        }
    }

    /** Whether it has scored nothing for a week. */
    boolean isEmpty() {
        return days.isEmpty();
    }

    /** When the latest row of the day before the boundary was scored; empty where there is none. */
    OptionalLong lastAt(long boundaryDay) {
        TimedTally yesterday = days.get(boundaryDay - 1);
        return yesterday == null ? OptionalLong.empty() : OptionalLong.of(yesterday.lastAt());
    }

    /** Of a day before the boundary there must be rows. */
    Comparison comparison(ArtifactId active, long boundaryDay) {
        Collection<TimedTally> week =
                days.subMap(boundaryDay - DAYS, boundaryDay).values();
        TimedTally ofWeek = sum(null, week);
        TimedTally ofAll = sum(before, week);
        if (ofWeek == null || ofAll == null) {
            throw new IllegalStateException("nothing to compare before day " + boundaryDay);
        }
        return new Comparison(active, id, ofAll.firstAt(), Agreement.of(ofAll.rows()), Agreement.of(ofWeek.rows()));
    }

    private static @Nullable TimedTally sum(@Nullable TimedTally first, Collection<TimedTally> more) {
        TimedTally sum = first;
        for (TimedTally day : more) {
            sum = sum == null ? day : sum.plus(day);
        }
        return sum;
    }

    void write(StateWriter out) {
        id.write(out);
        out.flag(before != null);
        if (before != null) {
            before.write(out);
        }
        out.number(days.size());
        days.forEach((day, rows) -> {
            out.signed(day);
            rows.write(out);
        });
    }

    static ShadowHistory read(StateReader in) {
        ShadowHistory read = new ShadowHistory(ArtifactId.read(in));
        read.before = in.flag() ? TimedTally.read(in) : null;
        for (int left = in.count(); left > 0; left--) {
            read.days.put(in.signed(), TimedTally.read(in));
        }
        return read;
    }
}
