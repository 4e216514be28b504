package dev.latido.rule.running;

import dev.latido.event.Kind;
import dev.latido.rule.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules in force at an instant, found by the kinds of events that they begin with. */
public final class RuleSet {

    /** No rules at all. */
    public static final RuleSet NONE = new RuleSet(List.of(), List.of());

    private static final RunningRule[] NOBODY = {};

    private final Map<Integer, RunningRule> byInstance = new HashMap<>();
    private final RunningRule[][] startingWith = new RunningRule[Kind.HIGHEST_CODE + 1][];
    private final RunningRule[][] resolvedBy = new RunningRule[Kind.HIGHEST_CODE + 1][];
    private final List<Succession> successions;
    private final int latestChange;

    /**
     * Rules with the changes that led to them.
     *
     * @param running those that start matches and those that only finish theirs
     * @param successions the latest changes in their order; whoever has seen none of them begins anew
     */
    public RuleSet(List<RunningRule> running, List<Succession> successions) {
        this.successions = List.copyOf(successions);
        latestChange = successions.isEmpty() ? 0 : successions.get(successions.size() - 1).change();
        running.forEach(rule -> byInstance.put(rule.instance(), rule));
        List<RunningRule> starting = running.stream().filter(RunningRule::starting).toList();
        for (Kind kind : Kind.values()) {
            startingWith[kind.code()] = starting.stream()
                    .filter(rule -> rule.matcher().startsWith(kind))
                    .toArray(RunningRule[]::new);
            resolvedBy[kind.code()] = starting.stream()
                    .filter(rule -> rule.rule().resolution().map(Step::kinds).orElse(Set.of()).contains(kind))
                    .toArray(RunningRule[]::new);
        }
    }

    /** Those that an event of this kind can begin. */
    RunningRule[] startingWith(Kind kind) {
        RunningRule[] found = startingWith[kind.code()];
        return found == null ? NOBODY : found;
    }

    /** Those whose alerts an event of this kind can resolve. */
    RunningRule[] resolvedBy(Kind kind) {
        RunningRule[] found = resolvedBy[kind.code()];
        return found == null ? NOBODY : found;
    }

    /** Null when no such version is in force any more. */
    @Nullable
    RunningRule ofInstance(int instance) {
        return byInstance.get(instance);
    }

    /** The number of the latest change; 0 when there was none. */
    int latestChange() {
        return latestChange;
    }

    /** Whether all changes with higher numbers than the given one are known. */
    boolean remembersChangesAfter(int change) {
        return successions.isEmpty() || change >= successions.get(0).change() - 1;
    }

    /** The changes with higher numbers than the given one, in order. */
    List<Succession> changesAfter(int change) {
        List<Succession> later = new ArrayList<>();
        for (Succession succession : successions) {
            if (succession.change() > change) {
                later.add(succession);
            }
        }
        return later;
    }
}
