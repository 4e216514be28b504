package dev.latido.control;

import dev.latido.rule.RuleBook;
import dev.latido.rule.RuleEffect;
import dev.latido.rule.RuleStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Passes on what became of changes of rules, and adds up what they did to partial matches; at checkpoints, what has grown by
 * a tenth or has come to a stand is published.
 *
 * <p>State: {@code rule-totals}, for each of the latest {@link RuleBook#MOST_CHANGES} changes; replaced by every checkpoint.
 */
public final class RuleStatusOperator extends AbstractStreamOperator<RuleStatus>
        implements TwoInputStreamOperator<RuleStatus, RuleEffect, RuleStatus> {

    private static final long serialVersionUID = 1L;

    private transient TreeMap<Long, RuleTotals> totals;
    private transient ListState<RuleTotals> state;

    @SuppressWarnings("NullAway.Init") // the transient fields are made in initializeState
    public RuleStatusOperator() {}

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        totals = new TreeMap<>();
        state = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("rule-totals", TypeInformation.of(RuleTotals.class)));
        for (RuleTotals restored : state.get()) {
            remember(restored);
        }
    }

    @Override
    public void processElement1(StreamRecord<RuleStatus> element) {
        RuleStatus status = element.getValue();
        boolean accepted = status.error() == null;
        if (accepted) {
            remember(RuleTotals.of(status));
        }
        output.collect(element);
    }

    @Override
    public void processElement2(StreamRecord<RuleEffect> element) {
        RuleEffect effect = element.getValue();
        totals.computeIfPresent(effect.changeId(), (id, total) -> total.plus(effect.kept(), effect.dropped()));
    }

    private void remember(RuleTotals total) {
        Long changeId = total.status().changeId();
        if (changeId != null) {
            totals.put(changeId, total);
            if (totals.size() > RuleBook.MOST_CHANGES) {
                totals.pollFirstEntry();
            }
        }
    }

    /** All effects from before the checkpoint have come: their operators sent them just before its barrier. */
    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        publish(RuleTotals::due);
    }

    @Override
    public void finish() {
        publish(RuleTotals::rest);
    }

    private void publish(Function<RuleTotals, Optional<RuleStatus>> what) {
        for (Map.Entry<Long, RuleTotals> entry : totals.entrySet()) {
            Optional<RuleStatus> status = what.apply(entry.getValue());
            status.ifPresent(due -> output.collect(new StreamRecord<>(due)));
            entry.setValue(entry.getValue().asked(status.isPresent()));
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        state.update(List.copyOf(totals.values()));
    }
}
