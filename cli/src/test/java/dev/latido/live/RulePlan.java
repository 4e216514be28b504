package dev.latido.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleChange.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The changes of rules that a run goes through, and what must have come of each. */
final class RulePlan {

    private static final RuleChange DRAINED = RuleTexts.sequence("drained", 1, "drain", "live");
    private static final RuleChange DRAINED_2 = RuleTexts.sequence("drained", 2, "drain", "live");
    private static final RuleChange RESET = RuleTexts.sequence("reset", 1, "reset", "live");
    private static final RuleChange RESET_2 = RuleTexts.sequence("reset", 2, "reset", "live");
    private static final RuleChange CARRIED = RuleTexts.sequence("carried", 1, "carry", "live");
    private static final RuleChange CARRIED_2 = RuleTexts.sequence("carried", 2, "carry", "live");
    private static final RuleChange PAUSED = RuleTexts.sequence("paused", 1, "drain", "live");
    private static final RuleChange PAUSE = RuleTexts.of(Action.PAUSE, PAUSED);
    private static final RuleChange RESUME = RuleTexts.of(Action.RESUME, PAUSED);
    private static final RuleChange WAITING = RuleTexts.absence("waiting", 1, "drain");
    private static final RuleChange WAITING_2 = RuleTexts.absence("waiting", 2, "drain");
    private static final RuleChange TRIED = RuleTexts.sequence("tried", 1, "drain", "shadow");
    private static final RuleChange DELETE = RuleTexts.of(Action.DELETE, TRIED);

    static final List<RuleChange> BEFORE_ALL = List.of(CARRIED, DRAINED, PAUSED, RESET, WAITING);
    static final List<RuleChange> WHILE_ALL_IS_WELL = List.of(DRAINED_2, RESET_2, PAUSE, TRIED);
    static final List<RuleChange> JUST_BEFORE_THE_KILL = List.of(CARRIED_2, WAITING_2);
    static final List<RuleChange> AFTER_THE_KILL = List.of(
            RESUME,
            RuleTexts.sequence("drained", 3, "drain", "live"),
            RuleTexts.sequence("reset", 3, "reset", "live"),
            RuleTexts.sequence("carried", 3, "carry", "live"),
            RuleTexts.absence("waiting", 3, "reset"),
            DELETE);

    private RulePlan() {}

    /** The changes after the beginning, in their order, with the instants that they had in a run. */
    static List<RuleChange> asIn(RunRules run) throws Exception {
        List<RuleChange> changes = new ArrayList<>();
        for (List<RuleChange> some : List.of(WHILE_ALL_IS_WELL, JUST_BEFORE_THE_KILL, AFTER_THE_KILL)) {
            for (RuleChange change : some) {
                changes.add(RuleTexts.at(change, run.effectiveAt(change).toEpochMilli()));
            }
        }
        return changes;
    }

    /** Whether the rule that was paused has found something that began after the pause. */
    static boolean hasResumed(RunRules run) throws Exception {
        Instant resumed = run.effectiveAt(RESUME);
        return run.findings().stream()
                .anyMatch(found -> found.rule().equals("paused") && found.at().isAfter(resumed));
    }

    /** Every change came in the middle of matches, and they went the way that it said. */
    static void assertThatEachChangeTold(RunRules run) throws Exception {
        Instant drained = run.effectiveAt(DRAINED_2);
        assertThat(run.kept(DRAINED_2)).isPositive();
        assertThat(run.findings()).anyMatch(found -> found.isOf("drained", 1) && found.spans(drained));
        assertThat(run.findings()).noneMatch(found -> found.isOf("drained", 2) && found.spans(drained));

        Instant reset = run.effectiveAt(RESET_2);
        assertThat(run.dropped(RESET_2)).isPositive();
        assertThat(run.findings()).noneMatch(found -> found.rule().equals("reset") && found.spans(reset));

        Instant carried = run.effectiveAt(CARRIED_2);
        assertThat(run.kept(CARRIED_2)).isPositive();
        assertThat(run.findings()).anyMatch(found -> found.isOf("carried", 2) && found.spans(carried));
        assertThat(run.findings()).noneMatch(found -> found.isOf("carried", 1) && found.spans(carried));

        Instant waiting = run.effectiveAt(WAITING_2);
        assertThat(run.kept(WAITING_2)).isPositive();
        assertThat(run.findings()).anyMatch(found -> found.isOf("waiting", 1) && found.spans(waiting));

        assertThatPausesAndDeletionsSilence(run);
    }

    private static void assertThatPausesAndDeletionsSilence(RunRules run) throws Exception {
        Instant pause = run.effectiveAt(PAUSE);
        Instant resume = run.effectiveAt(RESUME);
        Predicate<RuleFinding> paused = found -> found.rule().equals("paused");
        assertThat(run.dropped(PAUSE)).isPositive();
        assertThat(run.findings())
                .anyMatch(paused.and(found -> found.at().isBefore(pause)))
                .anyMatch(paused.and(found -> found.at().isAfter(resume)))
                .noneMatch(paused.and(
                        found -> !found.at().isBefore(pause) && found.begun().isBefore(resume)));

        Instant delete = run.effectiveAt(DELETE);
        assertThat(run.dropped(DELETE)).isPositive();
        assertThat(run.findings())
                .noneMatch(found -> found.rule().equals("tried") && !found.at().isBefore(delete));
    }
}
