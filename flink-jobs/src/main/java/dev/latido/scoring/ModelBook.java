package dev.latido.scoring;

import dev.latido.change.Schedule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the models are at which event time. Whoever is given the same changes in the same order finds the same at every
 * instant that it has not been told to forget.
 */
public final class ModelBook {

    private final Schedule<EffectiveModel> schedule = new Schedule<>();
    private long lastChangeId;

    private ModelBook(ModelHistory history) {
        lastChangeId = history.lastChangeId();
        history.changes().forEach(schedule::add);
    }

    /** A book with this content. */
    public static ModelBook of(ModelHistory history) {
        return new ModelBook(history);
    }

    public ModelHistory history() {
        return new ModelHistory(lastChangeId, schedule.changes());
    }

    public long lastChangeId() {
        return lastChangeId;
    }

    /**
     * Takes a change in; one that it has already changes nothing.
     *
     * @return changes of the same model that were to take effect later, and now never will
     */
    public List<EffectiveModel> add(EffectiveModel change) {
        if (change.changeId() <= lastChangeId) {
            return List.of();
        }
        lastChangeId = change.changeId();
        return schedule.add(change);
    }

    /** Forgets what is over at the instant; nobody asks for an earlier one any more. */
    public void forgetUntil(long instant) {
        List<EffectiveModel> held = heldFrom(instant);
        schedule.removeIf(change -> !held.contains(change));
    }

    /** Takes out all changes by which an artifact would score. */
    public List<EffectiveModel> removeArtifact(String sha256) {
        List<EffectiveModel> removed = schedule.changes().stream()
                .filter(change -> names(change.change(), sha256))
                .toList();
        schedule.removeIf(removed::contains);
        return removed;
    }

    private static boolean names(ModelChange change, String sha256) {
        for (Role role : Role.values()) {
            Optional<ArtifactRef> artifact = change.artifact(role);
            if (artifact.isPresent() && artifact.get().sha256().equals(sha256)) {
                return true;
            }
        }
        return false;
    }

    /** What the models are at the instant. */
    public ModelsInForce inForce(long instant) {
        TreeMap<String, ModelChange> models = new TreeMap<>();
        long from = Long.MIN_VALUE;
        for (EffectiveModel change : schedule.changes()) {
            if (change.effectiveAt() > instant) {
                return period(from, change.effectiveAt(), models.values());
            }
            if (change.change().isRemoval()) {
                models.remove(change.change().model());
            } else {
                models.put(change.change().model(), change.change());
            }
            from = change.effectiveAt();
        }
        return period(from, Long.MAX_VALUE, models.values());
    }

    private static ModelsInForce period(long from, long until, Collection<ModelChange> models) {
        return new ModelsInForce(from, until, List.copyOf(models));
    }

    /** The most models that there are together at the instant or later. */
    public int mostFrom(long instant) {
        ModelsInForce period = inForce(instant);
        int most = period.models().size();
        while (period.until() != Long.MAX_VALUE) {
            period = inForce(period.until());
            most = Math.max(most, period.models().size());
        }
        return most;
    }

    /** How many changes have yet to take effect. */
    public int pendingAt(long instant) {
        return schedule.pendingAt(instant);
    }

    /** The artifacts, by their SHA-256, that score at the instant or later. */
    public Set<String> artifactsFrom(long instant) {
        Set<String> artifacts = new TreeSet<>();
        for (EffectiveModel change : heldFrom(instant)) {
            for (Role role : Role.values()) {
                change.change().artifact(role).ifPresent(artifact -> artifacts.add(artifact.sha256()));
            }
        }
        return artifacts;
    }

    /** The changes that make what the models are at the instant or later. */
    private List<EffectiveModel> heldFrom(long instant) {
        TreeMap<String, EffectiveModel> then = new TreeMap<>();
        List<EffectiveModel> later = new ArrayList<>();
        for (EffectiveModel change : schedule.changes()) {
            if (change.effectiveAt() > instant) {
                later.add(change);
            } else if (change.change().isRemoval()) {
                then.remove(change.change().model());
            } else {
                then.put(change.change().model(), change);
            }
        }
        List<EffectiveModel> held = new ArrayList<>(then.values());
        held.addAll(later);
        return held;
    }
}
