package dev.latido.rule.running;

import dev.latido.event.Kind;
import dev.latido.rule.Rule;
import dev.latido.rule.Step;
import dev.latido.rule.engine.Matcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules in force at an instant, found by the kinds of events that they begin with. */
public final class RuleSet {

    /** No rules at all. */
    public static final RuleSet NONE = new RuleSet(0, 0, List.of(), List.of(), List.of());

    private static final RunningRule[] NOBODY = {};

    private final Map<Long, RunningRule> byInstance = new HashMap<>();
    private final RunningRule[][] startingWith = new RunningRule[Kind.HIGHEST_CODE + 1][];
    private final RunningRule[][] resolvedBy = new RunningRule[Kind.HIGHEST_CODE + 1][];
    private final List<Succession> successions;
    private final long since;
    private final long knownSince;

    /**
     * Rules with the changes that led to them.
     *
     * @param since instant of the latest change
     * @param knownSince instant after which all changes are among the successions
     * @param running those that start matches and those that only finish theirs
     * @param resolving those whose alerts can be resolved: also rules that find nothing for now
     * @param successions what has changed, oldest first
     */
    RuleSet(
            long since,
            long knownSince,
            List<RunningRule> running,
            List<RunningRule> resolving,
            List<Succession> successions) {
        this.since = since;
        this.knownSince = knownSince;
        this.successions = List.copyOf(successions);
        running.forEach(rule -> byInstance.put(rule.instance(), rule));
        List<RunningRule> starting =
                running.stream().filter(RunningRule::starting).toList();
        for (Kind kind : Kind.values()) {
            startingWith[kind.code()] = starting.stream()
                    .filter(rule -> rule.matcher().startKinds().contains(kind))
                    .toArray(RunningRule[]::new);
            resolvedBy[kind.code()] = resolving.stream()
                    .filter(rule -> rule.rule()
                            .resolution()
                            .map(Step::kinds)
                            .orElse(Set.of())
                            .contains(kind))
                    .toArray(RunningRule[]::new);
        }
    }

    /**
     * Rules that are in force all the time; those that are not enabled are left out.
     *
     * @param mostPartialMatches how many partial matches are remembered of a customer and rule
     */
    public static RuleSet of(List<Rule> rules, int mostPartialMatches) {
        List<RunningRule> running = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.enabled()) {
                Matcher matcher = new Matcher(rule.sequence(), mostPartialMatches, null);
                running.add(new RunningRule(running.size() + 1L, rule, matcher, true));
            }
        }
        return new RuleSet(0, 0, running, running, List.of());
    }

    /** One rule that is in force all the time, enabled or not, with a matcher of its sequence. */
    public static RuleSet of(Rule rule, Matcher matcher) {
        List<RunningRule> only = List.of(new RunningRule(1, rule, matcher, true));
        return new RuleSet(0, 0, only, only, List.of());
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
    RunningRule ofInstance(long instance) {
        return byInstance.get(instance);
    }

    /** The instant of the latest change, 0 when there was none: what a customer has seen that was touched since. */
    long since() {
        return Math.max(since, 0);
    }

    /** Whether all that has changed after the instant is known. */
    boolean knowsSince(long instant) {
        return instant >= knownSince;
    }

    /** What has changed after the instant, oldest first. */
    List<Succession> after(long instant) {
        List<Succession> later = new ArrayList<>();
        for (Succession succession : successions) {
            if (succession.effectiveAt() > instant) {
                later.add(succession);
            }
        }
        return later;
    }
}
