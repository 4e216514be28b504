package dev.latido.rule;

import java.util.List;
import java.util.TreeMap;

/** Collects how many partial matches changes keep and drop, until somebody takes the counts away. */
public final class RuleEffects {

    private final TreeMap<Long, RuleEffect> byChange = new TreeMap<>();

    public void count(long changeId, long kept, long dropped) {
        byChange.merge(
                changeId,
                new RuleEffect(changeId, kept, dropped),
                (sum, more) -> new RuleEffect(changeId, sum.kept() + more.kept(), sum.dropped() + more.dropped()));
    }

    /** What was counted since the last call, by change. */
    public List<RuleEffect> take() {
        List<RuleEffect> taken = List.copyOf(byChange.values());
        byChange.clear();
        return taken;
    }
}
