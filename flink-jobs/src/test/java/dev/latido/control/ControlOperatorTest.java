package dev.latido.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latido.rule.EffectiveChange;
import dev.latido.rule.RuleChange;
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
        RuleChange change = change("a", RuleChange.AT_ONCE);
        stage.change(change);
        stage.watermark(NOON + 1);

        assertThat(stage.passedOn()).containsExactly(NOON, new EffectiveChange(1, NOON + 1, change), NOON + 1);
    }

    @Test
    void aChangeMayAskForALaterTimeButNotForAnEarlierOne() throws Exception {
        stage.watermark(NOON);
        stage.change(change("a", NOON + DAY));
        stage.change(change("b", NOON - DAY));
        stage.change(change("c", NOON));

        assertThat(stage.changes())
                .extracting(EffectiveChange::changeId, EffectiveChange::effectiveAt)
                .containsExactly(tuple(1L, NOON + DAY), tuple(2L, NOON + 1), tuple(3L, NOON + 1));
    }

    @Test
    void afterARestartNoChangeTakesEffectInATimeThatHadPassed() throws Exception {
        stage.watermark(NOON);
        stage.change(change("a", RuleChange.AT_ONCE));
        stage.restart();
        stage.change(change("b", RuleChange.AT_ONCE));
        stage.watermark(NOON - 1000);
        stage.change(change("c", RuleChange.AT_ONCE));
        stage.watermark(NOON + 5);
        stage.change(change("d", RuleChange.AT_ONCE));

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
        stage.change(change("a", RuleChange.AT_ONCE));

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

    private static RuleChange change(String ruleId, long effectiveAt) {
        return new RuleChange(ruleId, RuleChange.Action.APPLY, "id: " + ruleId, "ada", "a test", effectiveAt);
    }
}
