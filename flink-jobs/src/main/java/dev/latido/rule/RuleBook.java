package dev.latido.rule;

import dev.latido.change.Effective;
import dev.latido.change.Schedule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which rules are in force at which event time, and what has changed between two instants. Whoever is given the same changes
 * in the same order has the same book. The latest {@value #MOST_CHANGES} changes are kept, fewer where they are long.
 */
public final class RuleBook {

    public static final int MOST_CHANGES = 1_000;
    static final int MOST_CHARS = 8 << 20;

    private final TreeMap<String, RuleInForce> base = new TreeMap<>();
    private final Schedule<EffectiveChange> schedule = new Schedule<>();
    private long keptSince;
    private long lastChangeId;
    private long chars;
    private @Nullable RulesInForce latest;
    private @Nullable List<RuleTransition> transitions;

    private RuleBook(RuleHistory history) {
        keptSince = history.keptSince();
        lastChangeId = history.lastChangeId();
        history.base().forEach(rule -> base.put(rule.ruleId(), rule));
        history.changes().forEach(this::schedule);
    }

    /** A book with this content. */
    public static RuleBook of(RuleHistory history) {
        return new RuleBook(history);
    }

    /** The fullest of several books that were given the same changes, some of them perhaps further than others. */
    public static RuleBook ofAll(Iterable<RuleHistory> histories) {
        RuleHistory fullest = RuleHistory.EMPTY;
        for (RuleHistory history : histories) {
            fullest = history.lastChangeId() > fullest.lastChangeId() ? history : fullest;
        }
        return new RuleBook(fullest);
    }

    public RuleHistory history() {
        return new RuleHistory(keptSince, lastChangeId, List.copyOf(base.values()), schedule.changes());
    }

    public long lastChangeId() {
        return lastChangeId;
    }

    /**
     * Takes a change in; one that it has already changes nothing.
     *
     * @return changes of the same rule that were to take effect later, and now never will
     */
    public List<EffectiveChange> add(EffectiveChange change) {
        if (change.changeId() <= lastChangeId) {
            return List.of();
        }
        lastChangeId = change.changeId();
        List<EffectiveChange> withdrawn = schedule(change);
        while ((schedule.changes().size() > MOST_CHANGES || chars > MOST_CHARS)
                && schedule.changes().get(0).effectiveAt() <= Math.max(change.acceptedAt(), Effective.BEGINNING)) {
            forgetFirst();
        }
        latest = null;
        transitions = null;
        return withdrawn;
    }

    private List<EffectiveChange> schedule(EffectiveChange change) {
        List<EffectiveChange> withdrawn = schedule.add(change);
        withdrawn.forEach(other -> chars -= length(other));
        chars += length(change);
        return withdrawn;
    }

    private void forgetFirst() {
        EffectiveChange first = schedule.removeFirst();
        keptSince = first.effectiveAt();
        take(first, base);
        chars -= length(first);
    }

    private static int length(EffectiveChange change) {
        return change.change().definition().length();
    }

    /** The rules that hold at the instant. Asked again within the same period, it answers at once. */
    public RulesInForce inForce(long instant) {
        if (latest == null || !latest.holdsAt(instant)) {
            latest = find(instant);
        }
        return latest;
    }

    private RulesInForce find(long instant) {
        TreeMap<String, RuleInForce> rules = new TreeMap<>(base);
        long from = Long.MIN_VALUE;
        for (EffectiveChange change : schedule.changes()) {
            if (change.effectiveAt() > instant) {
                return period(from, change.effectiveAt(), rules.values());
            }
            take(change, rules);
            from = change.effectiveAt();
        }
        return period(from, Long.MAX_VALUE, rules.values());
    }

    private static RulesInForce period(long from, long until, Collection<RuleInForce> rules) {
        return new RulesInForce(from, until, List.copyOf(rules));
    }

    /** What took effect after the first instant, up to and including the second one; oldest first. */
    public List<RuleTransition> between(long after, long until) {
        if (inForce(until).from() <= after) {
            return List.of();
        }
        return transitions().stream()
                .filter(transition -> transition.change().effectiveAt() > after
                        && transition.change().effectiveAt() <= until)
                .toList();
    }

    /** Whether all that has changed after the instant is still known; whoever has not looked since then begins anew. */
    public boolean knowsSince(long instant) {
        return instant >= keptSince;
    }

    /** The instant after which all changes are known; {@link Long#MIN_VALUE} where all are. */
    public long keptSince() {
        return keptSince;
    }

    /** How many changes have yet to take effect; before all events those from the beginning have. */
    public int pendingAt(long instant) {
        return schedule.pendingAt(instant);
    }

    /** The text that a change brought, as long as it is kept or in force. */
    public Optional<String> source(long changeId) {
        for (EffectiveChange change : schedule.changes()) {
            if (change.changeId() == changeId) {
                return Optional.of(change.change().definition());
            }
        }
        return base.values().stream()
                .filter(rule -> rule.changeId() == changeId)
                .map(RuleInForce::source)
                .findFirst();
    }

    private List<RuleTransition> transitions() {
        if (transitions == null) {
            transitions = new ArrayList<>();
            TreeMap<String, RuleInForce> rules = new TreeMap<>(base);
            for (EffectiveChange change : schedule.changes()) {
                Optional<RuleInForce> before = Optional.ofNullable(rules.get(change.ruleId()));
                take(change, rules);
                transitions.add(new RuleTransition(change, before, Optional.ofNullable(rules.get(change.ruleId()))));
            }
        }
        return transitions;
    }

    private static void take(EffectiveChange effective, Map<String, RuleInForce> rules) {
        RuleChange change = effective.change();
        if (change.action() == RuleChange.Action.DELETE) {
            rules.remove(change.ruleId());
            return;
        }
        RuleInForce before = rules.get(change.ruleId());
        long textSince = before != null && before.source().equals(change.definition())
                ? before.changeId()
                : effective.changeId();
        rules.put(
                change.ruleId(),
                new RuleInForce(
                        change.ruleId(),
                        textSince,
                        effective.version(),
                        change.definition(),
                        change.action() == RuleChange.Action.PAUSE));
    }
}
