package dev.latido.explanation;

import dev.latido.rule.Condition;
import dev.latido.rule.Match;
import dev.latido.rule.Occurrence;
import org.jspecify.annotations.Nullable;

/** The events that were refused at one point, of which the nearest is kept: the one that lacked least, and then the latest. */
public final class Refusals {

    private int count;
    private @Nullable Refusal nearest;

    void add(String step, Condition condition, Occurrence now, Match soFar) {
        count++;
        Refusal refusal = Refusal.of(step, condition, now, soFar);
        if (nearest == null || refusal.failures().size() <= nearest.failures().size()) {
            nearest = refusal;
        }
    }

    public int count() {
        return count;
    }

    /** Null where there were none. */
    public @Nullable Refusal nearest() {
        return nearest;
    }
}
