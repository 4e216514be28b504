package dev.latido.control;

import dev.latido.change.Request;
import dev.latido.change.Unusable;
import dev.latido.rule.EffectiveChange;
import dev.latido.rule.Rule;
import dev.latido.rule.RuleBook;
import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleChange.Action;
import dev.latido.rule.RuleInForce;
import dev.latido.rule.RuleStatus;
import dev.latido.rule.RulesInForce;
import dev.latido.rule.engine.Matcher;
import dev.latido.rule.format.RuleException;
import dev.latido.rule.format.RuleFolder;
import dev.latido.rule.format.RuleLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which changes of rules are accepted, and from when on they hold. What it refuses changes nothing. */
public final class RuleRegistrar {

    /** What is wrong with a change, with the version that it is about where that is known. */
    private static final class Refusal extends Exception {

        private static final long serialVersionUID = 1L;

        private final @Nullable Integer version;

        private Refusal(@Nullable Integer version, String error) {
            super(error);
            this.version = version;
        }
    }

    private final RuleBook book;

    public RuleRegistrar(RuleBook book) {
        this.book = book;
    }

    /**
     * Decides on a request, and takes what is accepted into the book.
     *
     * @param request a {@link RuleChange} or what is no usable one
     * @param time event time that has been passed on, milliseconds since 1970-01-01 UTC; {@link Long#MIN_VALUE} before all
     */
    public Decision<RuleStatus> decide(Request request, long time) {
        if (request instanceof Unusable unusable) {
            return refused(RuleStatus.refused(unusable, null, time, unusable.error()));
        }
        RuleChange change = (RuleChange) request;
        try {
            long effectiveAt = change.earliestAfter(time);
            RulesInForce then = book.inForce(effectiveAt);
            Optional<RuleInForce> before = then.rule(change.ruleId());
            if (before.isEmpty()
                    && change.action() == Action.DELETE
                    && change.by().equals(RuleChange.UNKNOWN)) {
                return Decision.toChangeNothing(List.of()); // what is left of a deletion on the topic
            }
            requireRoom(change, then, before);
            requireTurn(change, before, time);
            return accept(effective(change, before, time, effectiveAt));
        } catch (Refusal e) {
            return refused(RuleStatus.refused(change, e.version, time, String.valueOf(e.getMessage())));
        }
    }

    private static Decision<RuleStatus> refused(RuleStatus status) {
        return Decision.toChangeNothing(List.of(status));
    }

    private Decision<RuleStatus> accept(EffectiveChange change) {
        List<RuleStatus> statuses = new ArrayList<>(List.of(RuleStatus.accepted(change)));
        for (EffectiveChange withdrawn : book.add(change)) {
            statuses.add(RuleStatus.withdrawn(withdrawn, change.acceptedAt(), change.changeId()));
        }
        return new Decision<>(true, List.of(change), statuses);
    }

    private static void requireRoom(RuleChange change, RulesInForce then, Optional<RuleInForce> before) throws Refusal {
        if (change.action() != Action.DELETE && before.isEmpty() && then.rules().size() >= RuleFolder.MAX_RULES) {
            throw new Refusal(null, "There are " + RuleFolder.MAX_RULES + " rules, which is the most allowed.");
        }
    }

    /** What silences a rule at once need not wait until there is room: there is no more of it than there are rules. */
    private void requireTurn(RuleChange change, Optional<RuleInForce> before, long time) throws Refusal {
        boolean silences = change.action() == Action.DELETE
                || (change.action() == Action.PAUSE
                        && before.isPresent()
                        && !before.get().paused());
        boolean atOnce = change.effectiveAt() <= time + 1;
        if (!(silences && atOnce) && book.pendingAt(time) >= RuleBook.MOST_CHANGES) {
            throw new Refusal(
                    null, RuleBook.MOST_CHANGES + " changes have yet to take effect, which is the most allowed.");
        }
    }

    private EffectiveChange effective(RuleChange change, Optional<RuleInForce> before, long time, long effectiveAt)
            throws Refusal {
        if (change.action() == Action.DELETE || change.definition().isEmpty()) {
            RuleInForce known = before.orElseThrow(() -> new Refusal(
                    null,
                    "There is no rule " + change.ruleId() + " to "
                            + change.action().text() + "."));
            String text = change.action() == Action.DELETE ? "" : known.source();
            Rule.OnChange policy = change.action() == Action.DELETE ? Rule.OnChange.RESET : Rule.OnChange.CARRY;
            return stamped(change, text, known.version(), policy, time, effectiveAt);
        }
        if (before.isPresent() && before.get().source().equals(change.definition())) {
            int version = before.get().version();
            return stamped(change, change.definition(), version, Rule.OnChange.CARRY, time, effectiveAt);
        }
        Rule rule = read(change.ruleId(), change.definition());
        requireRunnable(rule);
        if (before.isPresent()) {
            requireSuccessor(rule, before.get());
        }
        return stamped(change, change.definition(), rule.version(), rule.onChange(), time, effectiveAt);
    }

    private EffectiveChange stamped(
            RuleChange change, String text, int version, Rule.OnChange policy, long time, long effectiveAt) {
        RuleChange whole = new RuleChange(
                change.ruleId(), change.action(), text, change.by(), change.reason(), change.effectiveAt());
        return new EffectiveChange(book.lastChangeId() + 1, time, effectiveAt, version, policy, whole);
    }

    private Rule read(String ruleId, String definition) throws Refusal {
        try {
            Rule rule = RuleLoader.load(ruleId + ".yaml", definition);
            if (!rule.id().equals(ruleId)) {
                throw new Refusal(
                        rule.version(),
                        "The definition is of rule " + rule.id() + ", but the record of rule " + ruleId + ".");
            }
            return rule;
        } catch (RuleException e) {
            throw new Refusal(null, String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            throw new Refusal(
                    null, "The definition could not be checked (" + e.getClass().getSimpleName() + ").");
        }
    }

    /** What the loader has let pass is put together here as customers will have it: never is it tried on them first. */
    private static void requireRunnable(Rule rule) throws Refusal {
        try {
            new Matcher(rule.sequence());
        } catch (IllegalArgumentException e) {
            throw new Refusal(rule.version(), rule.id() + ".yaml: " + e.getMessage() + ".");
        } catch (RuntimeException | StackOverflowError e) {
            throw new Refusal(
                    rule.version(),
                    "The rule could not be made ready (" + e.getClass().getSimpleName() + ").");
        }
    }

    private void requireSuccessor(Rule rule, RuleInForce before) throws Refusal {
        if (rule.version() <= before.version()) {
            throw new Refusal(
                    rule.version(),
                    "Version " + before.version() + " with another text is in force; a new text needs a version of "
                            + (before.version() + 1) + " or more, not " + rule.version() + ".");
        }
        if (rule.onChange() == Rule.OnChange.CARRY
                && !rule.sequence()
                        .hasSameShape(read(before.ruleId(), before.source()).sequence())) {
            throw new Refusal(
                    rule.version(),
                    "on-change: carry is allowed only where the steps are those of version " + before.version()
                            + ": the same names, contiguity, times, optional, greedy, until and skip; use drain or reset.");
        }
    }
}
