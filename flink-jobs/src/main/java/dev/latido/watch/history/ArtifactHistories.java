package dev.latido.watch.history;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.watch.tally.ArtifactId;
import dev.latido.watch.tally.ReferenceBins;
import dev.latido.watch.tally.ScoreTally;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The histories of all artifacts that have scored within a week; {@value #MOST} at most, each with 8 bytes for a bin and hour:
 * about half a MiB of an artifact with 30 features. Mutable, owned by one thread.
 */
public final class ArtifactHistories {

    public static final int MOST = 32;

    private static final long NEVER = Long.MIN_VALUE;

    private final TreeMap<ArtifactId, ArtifactHistory> artifacts = new TreeMap<>();

    /** Adds what a subtask has counted. False: there are too many artifacts that have scored as late to remember it whole. */
    public boolean add(ScoreTally tally) {
        ArtifactHistory known = artifacts.get(tally.artifact());
        ReferenceBins reference = tally.reference();
        if (known == null) {
            if (reference == null || !makeRoom(tally.hour())) {
                return false;
            }
            known = new ArtifactHistory(tally.artifact(), reference);
            artifacts.put(tally.artifact(), known);
        }
        return known.add(tally);
    }

    /** The artifact that has not scored for longest makes room for one that scores in the hour. */
    private boolean makeRoom(long hour) {
        if (artifacts.size() < MOST) {
            return true;
        }
        ArtifactHistory idle = Collections.min(artifacts.values(), Comparator.comparingLong(ArtifactHistory::lastHour));
        return idle.lastHour() < hour && artifacts.remove(idle.id(), idle);
    }

    /** In the order of model and hash. */
    public Collection<ArtifactHistory> all() {
        return Collections.unmodifiableCollection(artifacts.values());
    }

    /**
     * Of each model, in the order of their names, the artifact that has scored last before the boundary, an hour; none where
     * that has been forgotten.
     */
    public Collection<ArtifactHistory> active(long boundary) {
        Comparator<ArtifactHistory> byTime =
                Comparator.comparingLong(artifact -> artifact.lastAt(boundary).orElse(NEVER));
        Map<String, ArtifactHistory> latest = new TreeMap<>();
        for (ArtifactHistory artifact : artifacts.values()) {
            OptionalLong lastAt = artifact.lastAt(boundary);
            if (lastAt.isPresent()) {
                latest.merge(
                        artifact.id().model(), artifact, (one, other) -> byTime.compare(one, other) >= 0 ? one : other);
            }
        }
        return latest.values();
    }

    /** Forgets what no window before the boundary, an hour, reaches. */
    public void forget(long boundary) {
        artifacts.values().forEach(artifact -> artifact.forget(boundary));
    }

    /** Forgets artifacts of which nothing is left. */
    public void removeEmpty() {
        artifacts.values().removeIf(ArtifactHistory::isEmpty);
    }

    /** The first hour with rows; empty where there are none. */
    public OptionalLong firstHour() {
        return artifacts.values().stream()
                .filter(artifact -> !artifact.isEmpty())
                .mapToLong(ArtifactHistory::firstHour)
                .min();
    }

    public void write(StateWriter out) {
        out.number(artifacts.size());
        artifacts.values().forEach(artifact -> artifact.write(out));
    }

    public static ArtifactHistories read(StateReader in) {
        ArtifactHistories read = new ArtifactHistories();
        for (int left = in.count(); left > 0; left--) {
            ArtifactHistory artifact = ArtifactHistory.read(in);
            read.artifacts.put(artifact.id(), artifact);
        }
        return read;
    }
}
