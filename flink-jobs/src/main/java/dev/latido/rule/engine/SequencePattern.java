package dev.latido.rule.engine;

import dev.latido.rule.Contiguity;
import dev.latido.rule.Sequence;
import dev.latido.rule.SkipStrategy;
import dev.latido.rule.Step;
import java.time.Duration;
import java.util.function.IntFunction;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/** A sequence as a pattern of Flink CEP. */
final class SequencePattern {

    private SequencePattern() {}

    /**
     * The pattern.
     *
     * @param questions the conditions, by the numbers that {@link Automaton} gives them
     * @throws org.apache.flink.cep.pattern.MalformedPatternException when Flink CEP has no such pattern
     * @throws UnsupportedOperationException likewise
     */
    static <E> Pattern<E, E> of(Sequence sequence, IntFunction<IterativeCondition<E>> questions) {
        Step first = sequence.steps().get(0);
        Pattern<E, E> pattern = asked(Pattern.begin(first.name(), skipping(sequence.skip())), first, 0, questions);
        for (int i = 1; i < sequence.steps().size(); i++) {
            Step step = sequence.steps().get(i);
            pattern = asked(following(pattern, step), step, i, questions);
        }
        return sequence.withinMillis() == 0 ? pattern : pattern.within(Duration.ofMillis(sequence.withinMillis()));
    }

    private static AfterMatchSkipStrategy skipping(SkipStrategy skip) {
        return switch (skip.way()) {
            case NONE -> AfterMatchSkipStrategy.noSkip();
            case TO_NEXT -> AfterMatchSkipStrategy.skipToNext();
            case PAST_LAST_EVENT -> AfterMatchSkipStrategy.skipPastLastEvent();
            case TO_FIRST -> AfterMatchSkipStrategy.skipToFirst(skip.step());
            case TO_LAST -> AfterMatchSkipStrategy.skipToLast(skip.step());
        };
    }

    private static <E> Pattern<E, E> following(Pattern<E, E> before, Step step) {
        if (step.negated()) {
            return step.contiguity() == Contiguity.NEXT
                    ? before.notNext(step.name())
                    : before.notFollowedBy(step.name());
        }
        return switch (step.contiguity()) {
            case NEXT -> before.next(step.name());
            case FOLLOWED_BY -> before.followedBy(step.name());
            case FOLLOWED_BY_ANY -> before.followedByAny(step.name());
        };
    }

    private static <E> Pattern<E, E> asked(
            Pattern<E, E> bare, Step step, int number, IntFunction<IterativeCondition<E>> questions) {
        Pattern<E, E> pattern = bare.where(questions.apply(Automaton.stepQuestion(number)));
        pattern = repeated(pattern, step);
        if (step.greedy()) {
            pattern = pattern.greedy();
        }
        if (step.optional()) {
            pattern = pattern.optional();
        }
        return step.until().isPresent() ? pattern.until(questions.apply(Automaton.untilQuestion(number))) : pattern;
    }

    private static <E> Pattern<E, E> repeated(Pattern<E, E> once, Step step) {
        if (step.times().isOnce()) {
            return once;
        }
        int least = step.times().least();
        Pattern<E, E> repeated = step.times().isUnbounded()
                ? once.timesOrMore(least)
                : once.times(least, step.times().most());
        return switch (step.inner()) {
            case NEXT -> repeated.consecutive();
            case FOLLOWED_BY -> repeated;
            case FOLLOWED_BY_ANY -> repeated.allowCombinations();
        };
    }
}
