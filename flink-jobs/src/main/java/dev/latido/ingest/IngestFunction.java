package dev.latido.ingest;

import dev.latido.connector.record.Decoded;
import dev.latido.event.Arrival;
import dev.latido.event.CustomerEvent;
import dev.latido.event.CustomerInput;
import dev.latido.event.DeadLetter;
import dev.latido.metric.TallyMetrics;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Counts what was decoded, sends what cannot become an event to {@link #DEAD_LETTERS}, and gives each event its place in
 * the order: its own time or, when it is late, the highest time read before it in its partition or file. A place that is
 * lower than all before it also goes to {@link #FIRST_PLACES}: where event time begins when no watermark says so.
 *
 * <p>State: {@code highest-times}, the highest time per partition, kept as long as the job; every subtask restores all and
 * of two takes the higher, since a partition's own reader always knows the highest.
 */
@SuppressWarnings("NullAway.Init") // the transient fields are made in initializeState and open
public final class IngestFunction extends ProcessFunction<Decoded<CustomerEvent>, CustomerInput>
        implements CheckpointedFunction {

    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));
    public static final OutputTag<Long> FIRST_PLACES = new OutputTag<>("first-places", Types.LONG);

    private static final long serialVersionUID = 1L;

    private final Map<String, Long> boundMillis;
    private final Aliases aliases;

    private transient HighestTimes highestTimes;
    private transient long lowestPlace;
    private transient ListState<Map<String, Long>> state;
    private transient TallyMetrics in;
    private transient TallyMetrics ignored;
    private transient DeadLetterMetrics deadLetters;

    /**
     * A function for the given sources.
     *
     * @param boundMillis by source, how far behind the highest time an event may come without being late
     */
    public IngestFunction(Map<String, Long> boundMillis, Aliases aliases) {
        this.boundMillis = Map.copyOf(boundMillis);
        this.aliases = aliases;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        highestTimes = new HighestTimes();
        lowestPlace = Long.MAX_VALUE;
        state = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("highest-times", Types.MAP(Types.STRING, Types.LONG)));
        for (Map<String, Long> times : state.get()) {
            highestTimes.restore(times);
        }
    }

    @Override
    public void open(OpenContext context) {
        in = new TallyMetrics(getRuntimeContext(), TallyMetrics.IN);
        ignored = new TallyMetrics(getRuntimeContext(), TallyMetrics.IGNORED);
        deadLetters = new DeadLetterMetrics(getRuntimeContext());
    }

    @Override
    public void processElement(Decoded<CustomerEvent> decoded, Context context, Collector<CustomerInput> out) {
        in.increment();
        if (decoded instanceof Decoded.Event<CustomerEvent> event) {
            Arrival arrival = place(event);
            if (arrival.place() < lowestPlace) {
                lowestPlace = arrival.place();
                context.output(FIRST_PLACES, lowestPlace);
            }
            out.collect(arrival);
        } else if (decoded instanceof Decoded.Rejected<CustomerEvent> rejected) {
            deadLetters.count(rejected.reason());
            context.output(DEAD_LETTERS, DeadLetters.of(rejected));
        } else {
            ignored.increment();
        }
    }

    private Arrival place(Decoded.Event<CustomerEvent> decoded) {
        String source = decoded.origin().source();
        long bound = boundMillis.getOrDefault(source, 0L);
        long highest = highestTimes.advance(decoded.origin(), decoded.at());
        boolean late = highest != Long.MIN_VALUE && decoded.at() < highest - bound;
        return new Arrival(aliases.resolve(source, decoded.event()), late ? highest : decoded.at(), late);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        state.update(List.of(highestTimes.snapshot()));
    }
}
