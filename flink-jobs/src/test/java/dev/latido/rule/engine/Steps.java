package dev.latido.rule.engine;

import dev.latido.event.Kind;
import dev.latido.rule.Condition;
import dev.latido.rule.Contiguity;
import dev.latido.rule.Step;
import dev.latido.rule.Times;
import java.util.Optional;
import java.util.Set;

/** A step that reads as it is written in a rule: {@code step("a", LOGIN).next().times(2, 3)}. */
final class Steps {

    private final String name;
    private final boolean negated;
    private final Set<Kind> kinds;
    private Optional<Condition> when = Optional.empty();
    private Contiguity contiguity = Contiguity.FOLLOWED_BY;
    private Times times = Times.ONCE;
    private Contiguity inner = Contiguity.FOLLOWED_BY;
    private boolean optional;
    private boolean greedy;
    private Optional<Condition> until = Optional.empty();

    private Steps(String name, boolean negated, Set<Kind> kinds) {
        this.name = name;
        this.negated = negated;
        this.kinds = kinds;
    }

    static Steps step(String name, Kind... kinds) {
        return new Steps(name, false, Set.of(kinds));
    }

    static Steps not(String name, Kind... kinds) {
        return new Steps(name, true, Set.of(kinds));
    }

    Step step() {
        return new Step(name, negated, kinds, when, contiguity, times, inner, optional, greedy, until);
    }

    Steps when(Ask ask) {
        return when(new AskCondition(name + " asks", ask));
    }

    Steps when(Condition condition) {
        when = Optional.of(condition);
        return this;
    }

    Steps next() {
        return follows(Contiguity.NEXT);
    }

    Steps any() {
        return follows(Contiguity.FOLLOWED_BY_ANY);
    }

    Steps follows(Contiguity how) {
        contiguity = how;
        return this;
    }

    Steps times(int exactly) {
        return times(exactly, exactly);
    }

    Steps orMore(int least) {
        return times(least, Times.UNBOUNDED);
    }

    Steps times(int least, int most) {
        times = new Times(least, most);
        return this;
    }

    Steps innerNext() {
        return inner(Contiguity.NEXT);
    }

    Steps innerAny() {
        return inner(Contiguity.FOLLOWED_BY_ANY);
    }

    Steps inner(Contiguity how) {
        inner = how;
        return this;
    }

    Steps optional() {
        optional = true;
        return this;
    }

    Steps greedy() {
        greedy = true;
        return this;
    }

    Steps until(Ask ask) {
        until = Optional.of(new AskCondition(name + " asks until", ask));
        return this;
    }
}
