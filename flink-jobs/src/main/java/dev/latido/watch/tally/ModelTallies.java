package dev.latido.watch.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts the daily evaluations of the customers of one subtask, an hour of event time at a time, and hands the counts out.
 * Whoever follows has all of an hour before the watermark has passed its end, and everything before a checkpoint, provided
 * that {@link #passed} and {@link #flush} are called in time; so this needs no state. Counting a row allocates nothing.
 *
 * <p>Mutable, owned by one thread.
 */
public final class ModelTallies {

    public static final long HOUR_MILLIS = 3_600_000;
    public static final int HOURS_PER_DAY = 24;

    private static final long NO_HOUR = Long.MIN_VALUE;

    private final Consumer<ModelTally> out;
    private final List<ModelCounts> models = new ArrayList<>();
    private long hour = NO_HOUR;

    /** @param out takes the counts, with those of the same hour perhaps in several parts */
    public ModelTallies(Consumer<ModelTally> out) {
        this.out = out;
    }

    /** Counts a score of a model that has nothing in the shadow; the parameters are those of the other method. */
    public void count(WatchedArtifact active, float[] row, double score, long at) {
        counts(active, null, at).count(row, score, Double.NaN, at);
    }

    /**
     * Counts a daily evaluation.
     *
     * @param active the artifact in force
     * @param row the features in the order of the active artifact, missing ones NaN
     * @param shadow the artifact in the shadow
     * @param at the evaluation's time, milliseconds since 1970-01-01 UTC
     */
    public void count(
            WatchedArtifact active, float[] row, double score, WatchedArtifact shadow, double shadowScore, long at) {
        counts(active, shadow, at).count(row, score, shadowScore, at);
    }

    private ModelCounts counts(WatchedArtifact active, @Nullable WatchedArtifact shadow, long at) {
        long now = Math.floorDiv(at, HOUR_MILLIS);
        if (now != hour) {
            flush();
            hour = now;
        }
        for (int i = 0; i < models.size(); i++) {
            ModelCounts one = models.get(i);
            if (one.isOf(active, shadow)) {
                return one;
            }
        }
        ModelCounts fresh = new ModelCounts(active, shadow);
        models.add(fresh);
        return fresh;
    }

    /** Passes on what has become known of a remembered score. */
    public void label(LabelTally label) {
        out.accept(label);
    }

    /** To be called before a watermark is passed on, with all evaluations up to it counted. */
    public void passed(long watermark) {
        if (hour != NO_HOUR && (hour + 1) * HOUR_MILLIS - 1 <= watermark) {
            flush();
            hour = NO_HOUR;
        }
    }

    /** Hands out all counts: to be called before a checkpoint, and at the end of input. */
    public void flush() {
        if (hour == NO_HOUR) {
            return;
        }
        for (ModelCounts model : models) {
            if (!model.isEmpty()) {
                out.accept(model.take(hour));
            }
        }
        models.removeIf(model -> model.isIdle(hour));
    }
}
