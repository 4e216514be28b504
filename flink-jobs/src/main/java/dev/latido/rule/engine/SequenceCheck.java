package dev.latido.rule.engine;

import dev.latido.rule.Contiguity;
import dev.latido.rule.Sequence;
import dev.latido.rule.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says in the words of the rule format what Flink CEP refuses. */
final class SequenceCheck {

    /** One bit for each question is what a long has room for. */
    private static final int MOST_STEPS = 31;

    private SequenceCheck() {}

    /** @throws IllegalArgumentException with one sentence on the first thing that is wrong */
    static void check(Sequence sequence) {
        List<Step> steps = sequence.steps();
        require(!steps.isEmpty() && steps.size() <= MOST_STEPS, "a rule needs 1 to " + MOST_STEPS + " steps");
        require(sequence.withinMillis() >= 0, "'within' must not be negative");
        require(!steps.get(0).negated(), "the first step must not be negated, so '%s' cannot be", steps.get(0));
        Set<String> names = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            require(names.add(step.name()), "two steps are named '%s'", step);
            require(step.name().matches("[A-Za-z_][A-Za-z0-9_]*"), "'%s' cannot be the name of a step", step);
            if (step.negated()) {
                checkNegated(step);
            } else {
                checkRepeated(step);
            }
            if (i > 0) {
                checkNeighbours(steps.get(i - 1), step);
                checkEnding(steps, i);
            }
        }
        checkEnd(sequence);
        checkSkip(sequence);
    }

    private static void checkNegated(Step step) {
        require(
                step.contiguity() != Contiguity.FOLLOWED_BY_ANY,
                "step '%s' is negated and cannot be 'followed by any'; allowed: next, followed by",
                step);
        require(
                step.times().isOnce() && !step.optional() && !step.greedy(),
                "step '%s' is negated and can have no 'times', 'optional' or 'greedy'",
                step);
        checkOnce(step);
    }

    private static void checkRepeated(Step step) {
        if (step.times().isOnce()) {
            require(!step.greedy(), "step '%s' cannot be 'greedy': it is matched once; allowed with 'times'", step);
            checkOnce(step);
        }
        require(
                !step.greedy() || step.inner() != Contiguity.FOLLOWED_BY_ANY,
                "step '%s' cannot be 'greedy' with 'inner: followed by any'",
                step);
        require(
                step.until().isEmpty() || step.times().isUnbounded(),
                "step '%s' cannot have 'until'; allowed only where 'times' ends in 'or more'",
                step);
    }

    private static void checkOnce(Step step) {
        require(
                step.inner() == Contiguity.FOLLOWED_BY,
                "step '%s' cannot have 'inner': it is matched once; allowed with 'times'",
                step);
        require(
                step.until().isEmpty(),
                "step '%s' cannot have 'until'; allowed only where 'times' ends in 'or more'",
                step);
    }

    private static void checkNeighbours(Step before, Step step) {
        require(
                !step.negated() || !before.optional(),
                "step '%s' is negated and cannot come directly after an optional step",
                step);
        require(
                !step.optional() || !before.greedy(),
                "step '%s' is optional and cannot come directly after a greedy step",
                step);
    }

    /** Flink's compiler leads the end of such repetitions nowhere, or crashes. */
    private static void checkEnding(List<Step> steps, int number) {
        Step step = steps.get(number);
        int before = number - 1;
        while (before > 0 && steps.get(before).optional()) {
            before--;
        }
        boolean isBehindNot = steps.get(before).negated() && steps.get(before).contiguity() == Contiguity.FOLLOWED_BY;
        require(
                !isBehindNot
                        || !step.greedy()
                        || !step.optional()
                        || step.until().isEmpty(),
                "step '%s' follows a negated step and cannot be greedy, be optional and have 'until' at once",
                step);
    }

    private static void checkEnd(Sequence sequence) {
        Step last = sequence.steps().get(sequence.steps().size() - 1);
        require(
                !last.negated() || last.contiguity() == Contiguity.NEXT || sequence.withinMillis() > 0,
                "step '%s' is negated and comes last, which needs 'within'",
                last);
    }

    private static void checkSkip(Sequence sequence) {
        String target = sequence.skip().step();
        require(
                target.isEmpty()
                        || sequence.steps().stream()
                                .anyMatch(step -> step.name().equals(target) && !step.negated()),
                "'skip' names step '" + target + "', but no step that matches events has this name");
    }

    private static void require(boolean holds, String sentence, Step step) {
        if (!holds) {
            throw new IllegalArgumentException(sentence.formatted(step.name()));
        }
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
