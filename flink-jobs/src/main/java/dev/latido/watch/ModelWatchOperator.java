package dev.latido.watch;

import dev.latido.watch.report.WatchReport;
import dev.latido.watch.tally.ModelTally;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Watches models, as the one subtask it has: adds up what customers' subtasks have counted, and says at each hour and day of
 * event time how models stand. Since each of them hands its counts on before the watermark that ends an hour, what is said of
 * an hour is complete when it is said.
 *
 * <p>State: {@code model-watch}, in one value of bytes that begins with a version: per artifact its rows by the hour for a week
 * (in bins of each feature and the score), those of its challengers by the day for a week and all before in one, and scores
 * that came true or not, by the day for 90 days and up to the day on which they are due; an artifact goes with its last hour
 * or day. Replaced by every checkpoint.
 */
public final class ModelWatchOperator extends AbstractStreamOperator<WatchReport>
        implements OneInputStreamOperator<ModelTally, WatchReport> {

    private static final long serialVersionUID = 1L;

    private final WatchConfig watchConfig;

    private transient ListState<byte[]> state;
    private transient ModelWatch watch;
    private transient WatchMetrics measured;

    @SuppressWarnings("NullAway.Init") // the transient fields are made in initializeState and open
    public ModelWatchOperator(WatchConfig config) {
        this.watchConfig = config;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        state = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>(
                        "model-watch", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        watch = new ModelWatch(watchConfig);
        for (byte[] restored : state.get()) {
            watch = ModelWatch.of(watchConfig, restored);
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        measured = new WatchMetrics(getMetricGroup());
        measured.show(watch.figures());
    }

    @Override
    public void processElement(StreamRecord<ModelTally> tally) {
        if (!watch.add(tally.getValue())) {
            measured.dropped();
        }
    }

    /** The end of input ends no hour. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (!mark.equals(Watermark.MAX_WATERMARK)
                && watch.advance(mark.getTimestamp(), report -> output.collect(new StreamRecord<>(report)))) {
            measured.show(watch.figures());
        }
        super.processWatermark(mark);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        state.update(List.of(watch.toBytes()));
    }
}
