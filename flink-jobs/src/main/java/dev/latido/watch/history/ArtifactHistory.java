package dev.latido.watch.history;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.watch.tally.ArtifactId;
import dev.latido.watch.tally.Counts;
import dev.latido.watch.tally.ReferenceBins;
import dev.latido.watch.tally.ScoreTally;
import dev.latido.watch.tally.ShadowTally;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The rows that one artifact has scored within the last week, by the hour, and those of its challengers. Mutable, owned by one
 * thread.
 *
 * <p>What is asked for at a boundary depends on the hours before it only, even where later ones have been added.
 */
public final class ArtifactHistory {

    /** Challengers within a week. */
    static final int MOST_SHADOWS = 32;

    private final ArtifactId id;
    private final ReferenceBins reference;
    private final TreeMap<Long, HourCounts> hours = new TreeMap<>();
    private final TreeMap<ArtifactId, ShadowHistory> shadows = new TreeMap<>();
    private final BitSet drifted = new BitSet();

    /** Rows of an hour, and when the latest of them was scored. */
    private record HourCounts(long lastAt, Counts bins) {

        HourCounts plus(HourCounts other) {
            return new HourCounts(Math.max(lastAt, other.lastAt), bins.plus(other.bins));
        }
    }

    public ArtifactHistory(ArtifactId id, ReferenceBins reference) {
        this.id = id;
        this.reference = reference;
    }

    public ArtifactId id() {
        return id;
    }

    public ReferenceBins reference() {
        return reference;
    }

    /** By variable of the reference, whether a drift has been found that has not been resolved. The caller keeps it. */
    public BitSet drifted() {
        return drifted;
    }

    /** Adds what a subtask has counted. False: there are too many challengers to remember this one. */
    public boolean add(ScoreTally tally) {
        hours.merge(tally.hour(), new HourCounts(tally.lastAt(), tally.bins()), HourCounts::plus);
        ShadowTally shadow = tally.shadow();
        if (shadow == null) {
            return true;
        }
        if (shadows.size() >= MOST_SHADOWS && !shadows.containsKey(shadow.shadow())) {
            return false;
        }
        shadows.computeIfAbsent(shadow.shadow(), ShadowHistory::new).add(tally, shadow);
        return true;
    }

    /** Forgets what no window before the boundary, an hour, reaches. */
    public void forget(long boundary) {
        hours.headMap(boundary - Hours.PER_WEEK).clear();
        shadows.values().forEach(shadow -> shadow.forget(Hours.day(boundary)));
        shadows.values().removeIf(ShadowHistory::isEmpty);
    }

    public boolean isEmpty() {
        return hours.isEmpty();
    }

    /** The last hour with rows; {@link Long#MIN_VALUE} where there is none. */
    long lastHour() {
        return hours.isEmpty() ? Long.MIN_VALUE : hours.lastKey();
    }

    /** The first hour with rows; of a history that is not empty. */
    public long firstHour() {
        return hours.firstKey();
    }

    /** When the latest row before the boundary was scored; empty where there is none. */
    public OptionalLong lastAt(long boundary) {
        Map.Entry<Long, HourCounts> last = hours.lowerEntry(boundary);
        return last == null
                ? OptionalLong.empty()
                : OptionalLong.of(last.getValue().lastAt());
    }

    /** The day and the week before the boundary, with indexes where there are enough rows. */
    public Drift drift(long boundary, int leastRows) {
        return new Drift(
                id,
                reference,
                Window.of(sum(boundary - Hours.PER_DAY, boundary), reference, leastRows),
                Window.of(sum(boundary - Hours.PER_WEEK, boundary), reference, leastRows));
    }

    private Counts sum(long from, long to) {
        long[] sums = new long[reference.size()];
        for (HourCounts hour : hours.subMap(from, to).values()) {
            hour.bins().addTo(sums);
        }
        return Counts.of(sums);
    }

    /** The challenger that has scored last within the day before the boundary, a day. */
    public Optional<Comparison> comparison(long boundaryDay) {
        return shadows.values().stream()
                .filter(shadow -> shadow.lastAt(boundaryDay).isPresent())
                .max(Comparator.comparingLong(
                        shadow -> shadow.lastAt(boundaryDay).getAsLong()))
                .map(shadow -> shadow.comparison(id, boundaryDay));
    }

    public void write(StateWriter out) {
        id.write(out);
        reference.write(out);
        out.number(hours.size());
        hours.forEach((hour, counts) -> {
            out.signed(hour).signed(counts.lastAt());
            counts.bins().write(out);
        });
        out.number(shadows.size());
        shadows.values().forEach(shadow -> shadow.write(out));
        out.bytes(drifted.toByteArray());
    }

    public static ArtifactHistory read(StateReader in) {
        ArtifactHistory read = new ArtifactHistory(ArtifactId.read(in), ReferenceBins.read(in));
        for (int left = in.count(); left > 0; left--) {
            read.hours.put(in.signed(), new HourCounts(in.signed(), Counts.read(in, ReferenceBins.MOST_BINS)));
        }
        for (int left = in.count(); left > 0; left--) {
            ShadowHistory shadow = ShadowHistory.read(in);
            read.shadows.put(shadow.id(), shadow);
        }
        read.drifted.or(BitSet.valueOf(in.bytes()));
        return read;
    }
}
