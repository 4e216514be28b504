package dev.latido.rule.running;

import dev.latido.rule.EffectiveChange;
import dev.latido.rule.Rule;
import dev.latido.rule.RuleBook;
import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleInForce;
import dev.latido.rule.RuleTransition;
import dev.latido.rule.RulesInForce;
import dev.latido.rule.engine.Matcher;
import dev.latido.rule.format.RuleLoader;
import dev.latido.rule.running.Succession.Fate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a {@link RuleBook}, ready to be run, as event time goes on. Versions are made ready once and forgotten when no
 * partial match of theirs can be left.
 */
public final class RuleSets {

    /** Is told of a text that cannot be made ready, once; its rule does not run. */
    public interface Unready {
        void unready(RuleInForce rule, Throwable reason);
    }

    private final RuleBook book;
    private final int mostPartialMatches;
    private final Unready unready;
    private final Map<Long, RunningRule> ready = new HashMap<>();
    private final Set<Long> refused = new HashSet<>();
    private final Set<Long> used = new HashSet<>();
    private RuleSet current = RuleSet.NONE;
    private long from = Long.MAX_VALUE;
    private long until = Long.MIN_VALUE;

    /** @param mostPartialMatches how many partial matches are remembered of a customer and rule */
    public RuleSets(RuleBook book, int mostPartialMatches, Unready unready) {
        this.book = book;
        this.mostPartialMatches = mostPartialMatches;
        this.unready = unready;
    }

    /** The book has changed. */
    public void renew() {
        until = Long.MIN_VALUE;
    }

    /** The rules in force at an instant. */
    public RuleSet at(long instant) {
        if (instant < from || instant >= until) {
            current = find(instant);
        }
        return current;
    }

    private RuleSet find(long instant) {
        RulesInForce rules = book.inForce(instant);
        List<RuleTransition> transitions = book.between(Long.MIN_VALUE, instant);
        from = rules.from();
        until = rules.until();
        used.clear();
        List<RunningRule> running = new ArrayList<>();
        List<RunningRule> resolving = new ArrayList<>();
        Set<Long> idle = new HashSet<>();
        for (RuleInForce rule : rules.rules()) {
            RunningRule active = ready(rule);
            if (active != null) {
                resolving.add(active);
            }
            if (active != null && !rule.paused() && active.rule().enabled()) {
                running.add(active);
            } else {
                idle.add(rule.changeId());
            }
        }
        transitions.forEach(transition -> finishing(transition, instant).ifPresent(running::add));
        ready.keySet().retainAll(used);
        refused.retainAll(used);
        List<Succession> successions = transitions.stream()
                .map(transition -> succession(transition, idle))
                .flatMap(Optional::stream)
                .toList();
        return new RuleSet(Math.max(from, book.keptSince()), book.keptSince(), running, resolving, successions);
    }

    /** Null where it cannot be: control accepts no such text, but an older program may have. */
    private @Nullable RunningRule ready(RuleInForce rule) {
        used.add(rule.changeId());
        RunningRule known = ready.get(rule.changeId());
        if (known != null || refused.contains(rule.changeId())) {
            return known;
        }
        try {
            Rule read = RuleLoader.load(rule.ruleId(), rule.source());
            Matcher matcher = new Matcher(read.sequence(), mostPartialMatches, null);
            known = new RunningRule(rule.changeId(), read, matcher, true);
            ready.put(rule.changeId(), known);
        } catch (RuntimeException | StackOverflowError e) {
            refused.add(rule.changeId());
            unready.unready(rule, e);
        }
        return known;
    }

    /** The version before, while partial matches of it can be left to finish. */
    private Optional<RunningRule> finishing(RuleTransition transition, long instant) {
        if (transition.before().isEmpty() || fate(transition) != Fate.FINISH) {
            return Optional.empty();
        }
        RunningRule before = ready(transition.before().get());
        if (before == null) {
            return Optional.empty();
        }
        long over = transition.change().effectiveAt() + before.rule().sequence().withinMillis();
        if (instant >= over) {
            return Optional.empty();
        }
        until = Math.min(until, over);
        return Optional.of(before.finishing());
    }

    private static Optional<Succession> succession(RuleTransition transition, Set<Long> idle) {
        EffectiveChange change = transition.change();
        long next = transition.after().map(RuleInForce::changeId).orElse(0L);
        Fate fate = fate(transition) == Fate.CARRY && idle.contains(next) ? Fate.DROP : fate(transition);
        return fate == null
                ? Optional.empty()
                : Optional.of(new Succession(
                        change.effectiveAt(),
                        change.changeId(),
                        change.ruleId(),
                        transition.before().map(RuleInForce::changeId).orElse(0L),
                        next,
                        fate));
    }

    /** Null where nothing becomes of what is remembered. */
    private static @Nullable Fate fate(RuleTransition transition) {
        if (transition.after().isEmpty()) {
            return Fate.FORGET;
        }
        if (transition.change().change().action() == RuleChange.Action.PAUSE) {
            return Fate.DROP;
        }
        if (!transition.changesText()) {
            return null;
        }
        return switch (transition.change().onChange()) {
            case DRAIN -> Fate.FINISH;
            case RESET -> Fate.DROP;
            case CARRY -> Fate.CARRY;
        };
    }
}
