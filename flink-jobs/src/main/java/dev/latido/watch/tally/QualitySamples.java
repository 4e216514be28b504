package dev.latido.watch.tally;

import dev.latido.event.CustomerOutcome;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.watch.tally.WatchedArtifact.AwaitedOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One score per model, remembered of one customer until it is known whether it came true: at once when the outcome comes or the
 * customer leaves without it, else at the daily evaluation at which the time of waiting is over. Then the next score is
 * remembered, not before that time. What comes true is what training takes for true: notice counts, also where it is withdrawn,
 * and who leaves for another reason is one for whom it did not come.
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
     * @param staying false for a customer that has given notice, and not withdrawn it: nothing is predicted of it, so no new
     *     score is remembered
     * @param at milliseconds since 1970-01-01 UTC
     */
    public void evaluated(
            WatchedArtifact active, double score, boolean staying, long at, Consumer<? super LabelTally> out) {
        int place = place(active.id().model());
        if (place >= 0 && !settle(place, at, out)) {
            return;
        }
        AwaitedOutcome outcome = active.outcome();
        if (staying && outcome != null && !Double.isNaN(score) && samples.size() < MOST) {
            samples.add(QualitySample.of(active, outcome, score, at));
        }
    }

    /** Whether the sample's time is over; it is gone then. */
    private boolean settle(int place, long at, Consumer<? super LabelTally> out) {
        QualitySample sample = samples.get(place);
        if (at < sample.dueAt()) {
            return false;
        }
        if (!sample.known()) {
            out.accept(sample.tally(false));
        }
        samples.remove(place);
        return true;
    }

    /** Forgets scores of models that are no longer in force, when the time of waiting is over. */
    public void forgetOver(long at) {
        samples.removeIf(sample -> sample.isOver(at));
    }

    /**
     * Something has happened that models predict.
     *
     * @param at its place in the order of events, milliseconds since 1970-01-01 UTC
     */
    public void happened(CustomerOutcome outcome, long at, Consumer<? super LabelTally> out) {
        for (int i = 0; i < samples.size(); i++) {
            QualitySample sample = samples.get(i);
            boolean came = isAwaited(outcome, sample.outcome().label());
            boolean over = came || outcome.outcome() == CustomerOutcome.What.CANCELLED;
            if (over && !sample.known() && at <= sample.dueAt()) {
                out.accept(sample.tally(came));
                samples.set(i, sample.settled());
            }
        }
    }

    /** Whether the outcome is what models with this label predict. */
    private static boolean isAwaited(CustomerOutcome outcome, String label) {
        return switch (outcome.outcome()) {
            case CANCELLATION_NOTICE ->
                label.equals("churn") || label.equals(outcome.involuntary() ? "involuntary" : "voluntary");
            case DOWNGRADE -> label.equals("contraction");
            case UPGRADE -> label.equals("upgrade");
            default -> false;
        };
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
