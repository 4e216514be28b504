package dev.latido.control;

import static dev.latido.testing.RuleChanges.apply;
import static dev.latido.testing.RuleChanges.effective;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latido.rule.RuleBook;
import dev.latido.rule.RuleEffect;
import dev.latido.rule.RuleStatus;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuleStatusOperatorTest {

    private TwoInputStreamOperatorTestHarness<RuleStatus, RuleEffect, RuleStatus> operator;

    @BeforeEach
    void open() throws Exception {
        operator = new TwoInputStreamOperatorTestHarness<>(new RuleStatusOperator());
        operator.open();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void whatBecameOfAChangeIsPassedOn() throws Exception {
        RuleStatus applied = accepted(1);
        RuleStatus refused = RuleStatus.refused(apply("b", 1), null, 0, "No.");
        operator.processElement1(new StreamRecord<>(applied));
        operator.processElement1(new StreamRecord<>(refused));

        assertThat(operator.extractOutputValues()).containsExactly(applied, refused);
    }

    @Test
    void countsOfSeveralSubtasksAreOneTotalAtTheCheckpoint() throws Exception {
        accept(1);
        effect(1, 3, 1);
        effect(1, 2, 0);
        assertThat(published()).isEmpty();

        checkpoint();
        assertThat(published())
                .extracting(
                        RuleStatus::status, RuleStatus::changeId, RuleStatus::matchesKept, RuleStatus::matchesDropped)
                .containsExactly(tuple("matches", 1L, 5L, 1L));

        checkpoint();
        assertThat(published()).isEmpty();
    }

    @Test
    void aLittleGrowthIsPublishedOnceItStandsStill() throws Exception {
        accept(1);
        effect(1, 1000, 0);
        checkpoint();
        published();
        effect(1, 1, 0);
        checkpoint();
        assertThat(published()).isEmpty();

        effect(1, 1, 0);
        checkpoint();
        assertThat(published()).isEmpty();

        checkpoint();
        assertThat(published()).extracting(RuleStatus::matchesKept).containsExactly(1002L);
    }

    @Test
    void theTotalGoesOnAfterARestart() throws Exception {
        accept(1);
        effect(1, 2, 2);
        checkpoint();
        OperatorSubtaskState state = operator.snapshot(1, 1);
        operator.close();
        operator = new TwoInputStreamOperatorTestHarness<>(new RuleStatusOperator());
        operator.initializeState(state);
        operator.open();
        effect(1, 1, 1);
        checkpoint();

        assertThat(published())
                .extracting(RuleStatus::ruleId, RuleStatus::matchesKept, RuleStatus::matchesDropped)
                .containsExactly(tuple("a", 3L, 3L));
    }

    @Test
    void whatIsLeftIsPublishedAtTheEnd() throws Exception {
        accept(1);
        effect(1, 1000, 0);
        checkpoint();
        published();
        effect(1, 1, 0);
        operator.getOperator().finish();

        assertThat(published()).extracting(RuleStatus::matchesKept).containsExactly(1001L);
    }

    @Test
    void changesAreCountedForAsLongAsTheBookKeepsThem() throws Exception {
        for (int id = 1; id <= RuleBook.MOST_CHANGES + 1; id++) {
            accept(id);
        }
        effect(1, 1, 1);
        effect(2, 1, 1);
        checkpoint();

        assertThat(published()).extracting(RuleStatus::changeId).containsExactly(2L);
    }

    private void accept(long changeId) throws Exception {
        operator.processElement1(new StreamRecord<>(accepted(changeId)));
        operator.getOutput().clear();
    }

    private static RuleStatus accepted(long changeId) {
        return RuleStatus.accepted(effective(changeId, 100, apply("a", 1)));
    }

    private void effect(long changeId, long kept, long dropped) throws Exception {
        operator.processElement2(new StreamRecord<>(new RuleEffect(changeId, kept, dropped)));
    }

    private void checkpoint() throws Exception {
        operator.prepareSnapshotPreBarrier(1);
    }

    private List<RuleStatus> published() {
        List<RuleStatus> published = operator.extractOutputValues();
        operator.getOutput().clear();
        return published;
    }
}
