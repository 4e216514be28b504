package dev.latido.watch.tally;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.watch.tally.WatchedArtifact.AwaitedOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One score per model, remembered of one customer until it is known whether it came true: at once when the outcome comes, or
 * at the daily evaluation at which the time of waiting is over. Then the next score is remembered. A customer that is not
 * evaluated when the time is over (one that has left for another reason, say) is not counted.
 *
 * <p>At most {@value #MOST} models, about 50 bytes each. Mutable, owned by one thread.
 */
public final class QualitySamples {

    static final int MOST = 8;

    private final List<QualitySample> samples = new ArrayList<>(0);

    /**
     * A daily evaluation, after the events of that instant.
     *
     * @param active the artifact that gave the score
     * @param possible whether the outcome can still come; without, no new score is remembered (a customer that has given
     *     notice will not give it again)
     * @param at milliseconds since 1970-01-01 UTC
     */
    public void evaluated(
            WatchedArtifact active, double score, boolean possible, long at, Consumer<? super LabelTally> out) {
        int place = place(active.id().model());
        if (place >= 0 && !settle(place, at, out)) {
            return;
        }
        AwaitedOutcome outcome = active.outcome();
        if (possible && outcome != null && !Double.isNaN(score) && hasRoom(at)) {
            samples.add(QualitySample.of(active, outcome, score, at));
        }
    }

    /** Samples of models that are no longer in force make room when their time is over. */
    private boolean hasRoom(long at) {
        if (samples.size() >= MOST) {
            samples.removeIf(sample -> sample.isOver(at));
        }
        return samples.size() < MOST;
    }

    /** Whether the sample's time is over; it is gone then. */
    private boolean settle(int place, long at, Consumer<? super LabelTally> out) {
        QualitySample sample = samples.get(place);
        if (at < sample.dueAt()) {
            return false;
        }
        if (!sample.isOver(at) && !sample.came()) {
            out.accept(sample.tally(false));
        }
        samples.remove(place);
        return true;
    }

    /**
     * Something has happened that is an outcome.
     *
     * @param labels tells by its name whether an awaited outcome is this one
     * @param at milliseconds since 1970-01-01 UTC
     */
    public void happened(Predicate<String> labels, long at, Consumer<? super LabelTally> out) {
        for (int i = 0; i < samples.size(); i++) {
            QualitySample sample = samples.get(i);
            if (!sample.came()
                    && at <= sample.dueAt()
                    && labels.test(sample.outcome().label())) {
                out.accept(sample.tally(true));
                samples.set(i, sample.fulfilled());
            }
        }
    }

    private int place(String model) {
        for (int i = 0; i < samples.size(); i++) {
            if (samples.get(i).model().equals(model)) {
                return i;
            }
        }
        return -1;
    }

    public void write(StateWriter out) {
        out.number(samples.size());
        samples.forEach(sample -> sample.write(out));
    }

    public static QualitySamples read(StateReader in) {
        QualitySamples read = new QualitySamples();
        for (int left = in.count(); left > 0; left--) {
            read.samples.add(QualitySample.read(in));
        }
        return read;
    }
}
