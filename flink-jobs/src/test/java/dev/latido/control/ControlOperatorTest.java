package dev.latido.control;

import static dev.latido.testing.RuleChanges.apply;
import static dev.latido.testing.RuleChanges.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latido.rule.EffectiveChange;
import dev.latido.rule.Rule;
import dev.latido.rule.RuleChange.Action;
import dev.latido.rule.RuleStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlOperatorTest {

    private static final long NOON = 1_735_732_800_000L;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private ControlHarness stage;

    @BeforeEach
    void open() throws Exception {
        stage = ControlHarness.live();
        stage.wallClock(0);
    }

    @AfterEach
    void close() throws Exception {
        stage.close();
    }

    @Test
    void theTimeOfTheEventsIsPassedOnAsItComes() throws Exception {
        stage.watermark(NOON);
        stage.watermark(NOON + 7);
        stage.watermark(Long.MAX_VALUE);

        assertThat(stage.passedOn()).containsExactly(NOON, NOON + 7, Long.MAX_VALUE);
    }

    @Test
    void theTimeAndTheSilenceOfChangesDoNotCount() throws Exception {
        stage.watermarkOfChanges(NOON);
        stage.watermarkOfChanges(Long.MAX_VALUE);
        stage.silenceOfChanges();
        stage.wallClock(DAY);

        assertThat(stage.passedOn()).isEmpty();
    }

    @Test
    void aChangeTakesEffectJustAfterTheTimePassedOnAndComesBeforeAnyLaterOne() throws Exception {
        stage.watermark(NOON);
        stage.change(apply("a", 1));
        stage.watermark(NOON + 1);

        assertThat(stage.passedOn())
                .containsExactly(
                        NOON, new EffectiveChange(1, NOON, NOON + 1, 1, Rule.OnChange.DRAIN, apply("a", 1)), NOON + 1);
    }

    @Test
    void aChangeMayAskForALaterTimeButNotForAnEarlierOne() throws Exception {
        stage.watermark(NOON);
        stage.change(apply("a", 1, NOON + DAY));
        stage.change(apply("b", 1, NOON - DAY));
        stage.change(apply("c", 1, NOON));

        assertThat(stage.changes())
                .extracting(EffectiveChange::changeId, EffectiveChange::effectiveAt)
                .containsExactly(tuple(1L, NOON + DAY), tuple(2L, NOON + 1), tuple(3L, NOON + 1));
    }

    @Test
    void afterARestartNoChangeTakesEffectInATimeThatHadPassed() throws Exception {
        stage.watermark(NOON);
        stage.change(apply("a", 1));
        stage.restart();
        stage.change(apply("b", 1));
        stage.watermark(NOON - 1000);
        stage.change(apply("c", 1));
        stage.watermark(NOON + 5);
        stage.change(apply("d", 1));

        assertThat(stage.changes())
                .extracting(EffectiveChange::changeId, EffectiveChange::effectiveAt)
                .containsExactly(tuple(1L, NOON + 1), tuple(2L, NOON + 1), tuple(3L, NOON + 1), tuple(4L, NOON + 6));
        assertThat(stage.passedOn()).contains(NOON - 1000);
    }

    @Test
    void timeGoesOnWithTheWallClockWhileAllInputIsSilent() throws Exception {
        stage.watermark(NOON);
        stage.silence();
        stage.wallClock(1000);
        stage.wallClock(DAY);

        assertThat(stage.passedOn()).startsWith(NOON, NOON + 1000).endsWith(NOON + DAY);
    }

    @Test
    void aChangeInSilenceTakesEffectAfterTheTimeThatTheWallClockHasReached() throws Exception {
        stage.watermark(NOON);
        stage.silence();
        stage.wallClock(1000);
        stage.change(apply("a", 1));

        assertThat(stage.changes()).extracting(EffectiveChange::effectiveAt).containsExactly(NOON + 1001);
    }

    @Test
    void afterSilenceTimeStandsUntilTheEventsHaveCaughtUp() throws Exception {
        stage.watermark(NOON);
        stage.silence();
        stage.wallClock(1000);
        stage.speech();
        stage.watermark(NOON + 500);
        stage.watermark(NOON + 1500);

        assertThat(stage.passedOn()).containsExactly(NOON, NOON + 1000, NOON + 1500);
    }

    @Test
    void silenceFromTheStartBeginsWithTheLowestPlaceRead() throws Exception {
        stage.silence();
        stage.wallClock(1000);
        stage.read(NOON + 3);
        stage.read(NOON);
        stage.wallClock(2000);
        stage.wallClock(5000);

        assertThat(stage.passedOn()).startsWith(NOON - 1).endsWith(NOON + 2999);
    }

    @Test
    void silenceAfterARestartGoesOnFromWhereTimeStood() throws Exception {
        stage.watermark(NOON);
        stage.restart();
        stage.wallClock(500);
        stage.silence();
        stage.wallClock(1500);

        assertThat(stage.passedOn()).containsExactly(NOON, NOON + 1000);
    }

    @Test
    void theWallClockHasNoSayOnceThereIsInputAgain() throws Exception {
        stage.watermark(NOON);
        stage.silence();
        stage.speech();
        stage.wallClock(20 * DAY);

        assertThat(stage.passedOn()).containsExactly(NOON);
    }

    @Test
    void theWallClockHasNoSayAfterTheEnd() throws Exception {
        stage.watermark(NOON);
        stage.silence();
        stage.watermark(Long.MAX_VALUE);
        stage.wallClock(20 * DAY);

        assertThat(stage.passedOn()).containsExactly(NOON, Long.MAX_VALUE);
    }

    @Test
    void theWallClockNeverHasASayInABoundedRun() throws Exception {
        try (ControlHarness bounded = ControlHarness.bounded()) {
            bounded.wallClock(0);
            bounded.watermark(NOON);
            bounded.silence();
            bounded.wallClock(20 * DAY);

            assertThat(bounded.passedOn()).containsExactly(NOON);
        }
    }

    @Test
    void whatIsRefusedIsPublishedAndNotPassedOn() throws Exception {
        stage.watermark(NOON);
        stage.change(change("a", Action.APPLY, "nonsense"));

        assertThat(stage.changes()).isEmpty();
        assertThat(stage.statuses()).extracting(RuleStatus::status).containsExactly("refused");
    }

    @Test
    void afterARestartTheRulesAreThoseOfBefore() throws Exception {
        stage.change(apply("a", 3));
        stage.restart();
        stage.change(apply("a", 2));
        stage.change(change("a", Action.PAUSE, ""));

        assertThat(stage.statuses()).extracting(RuleStatus::status).containsExactly("applied", "refused", "paused");
        assertThat(stage.changes()).extracting(EffectiveChange::changeId).containsExactly(1L, 2L);
    }

    @Test
    void aStageWithoutStateBeginsWithItsRulesBeforeAnyTime() throws Exception {
        try (ControlHarness fresh = ControlHarness.beginningWith(
                apply("a", 1), apply("later", 1, NOON), change("bad", Action.APPLY, "nonsense"))) {
            fresh.watermark(NOON - DAY);

            assertThat(fresh.changes())
                    .extracting(EffectiveChange::ruleId, EffectiveChange::effectiveAt)
                    .containsExactly(tuple("a", Long.MIN_VALUE + 1), tuple("later", NOON));
            assertThat(fresh.passedOn()).endsWith(NOON - DAY);
            assertThat(fresh.statuses())
                    .extracting(RuleStatus::status)
                    .containsExactly("applied", "applied", "refused");
        }
    }

    @Test
    void aStageWithStateDoesNotBeginAgain() throws Exception {
        try (ControlHarness restarted = ControlHarness.beginningWith(apply("a", 1))) {
            restarted.change(change("a", Action.DELETE, ""));
            restarted.restart();

            assertThat(restarted.changes())
                    .extracting(change -> change.change().action())
                    .containsExactly(Action.APPLY, Action.DELETE);
        }
    }
}
