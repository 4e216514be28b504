package dev.latido.watch.history;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.watch.tally.ArtifactId;
import dev.latido.watch.tally.LabelTally;
import dev.latido.watch.tally.WatchedArtifact.AwaitedOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Scores of which it is known whether they came true, by artifact and the day on which the time of waiting ended, for 90 days.
 * A score that came true before that day waits for it here, so that those that come true are not counted sooner than those
 * that do not. Mutable, owned by one thread.
 */
public final class QualityHistory {

    /** Artifacts that are remembered; with one more, the one whose latest day is furthest back is forgotten. */
    public static final int MOST_ARTIFACTS = 32;

    private static final int DAYS = 90;

    private final TreeMap<ArtifactId, Artifact> artifacts = new TreeMap<>();

    private record Artifact(AwaitedOutcome outcome, TreeMap<Long, LabelCounts> days) {}

    public void add(LabelTally tally) {
        artifacts
                .computeIfAbsent(tally.artifact(), id -> new Artifact(tally.outcome(), new TreeMap<>()))
                .days()
                .merge(tally.dueDay(), LabelCounts.of(tally), LabelCounts::plus);
        if (artifacts.size() > MOST_ARTIFACTS) {
            artifacts.entrySet().stream()
                    .min(Map.Entry.comparingByValue((one, other) ->
                            one.days().lastKey().compareTo(other.days().lastKey())))
                    .ifPresent(oldest -> artifacts.remove(oldest.getKey()));
        }
    }

    /** Forgets what the 90 days before the boundary do not reach. */
    public void forget(long boundaryDay) {
        artifacts
                .values()
                .forEach(artifact -> artifact.days().headMap(boundaryDay - DAYS).clear());
        artifacts.values().removeIf(artifact -> artifact.days().isEmpty());
    }

    /** The first day of all; empty where there is none. */
    public OptionalLong firstDay() {
        return artifacts.values().stream()
                .mapToLong(artifact -> artifact.days().firstKey())
                .min();
    }

    /** The figures of every artifact with scores that were due within the 90 days before the boundary; the latest one last. */
    public List<Quality> qualities(long boundaryDay, int leastRows) {
        List<Dated> found = new ArrayList<>();
        artifacts.forEach((id, artifact) -> {
            var window = artifact.days().subMap(boundaryDay - DAYS, boundaryDay);
            window.values().stream()
                    .reduce(LabelCounts::plus)
                    .map(sum -> Quality.of(id, artifact.outcome(), sum, leastRows))
                    .ifPresent(quality -> found.add(new Dated(window.lastKey(), quality)));
        });
        found.sort((one, other) -> Long.compare(one.day, other.day));
        return found.stream().map(Dated::quality).toList();
    }

    private record Dated(long day, Quality quality) {}

    public void write(StateWriter out) {
        out.number(artifacts.size());
        artifacts.forEach((id, artifact) -> {
            id.write(out);
            out.text(artifact.outcome().label()).number(artifact.outcome().days());
            out.number(artifact.days().size());
            artifact.days().forEach((day, counts) -> {
                out.signed(day);
                counts.write(out);
            });
        });
    }

    public static QualityHistory read(StateReader in) {
        QualityHistory read = new QualityHistory();
        for (int left = in.count(); left > 0; left--) {
            ArtifactId id = ArtifactId.read(in);
            Artifact artifact = new Artifact(new AwaitedOutcome(in.text(), (int) in.number()), new TreeMap<>());
            for (int days = in.count(); days > 0; days--) {
                artifact.days().put(in.signed(), LabelCounts.read(in));
            }
            read.artifacts.put(id, artifact);
        }
        return read;
    }
}
