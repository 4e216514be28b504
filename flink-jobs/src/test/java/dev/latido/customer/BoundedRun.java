package dev.latido.customer;

import dev.latido.codec.CodecSerializer;
import dev.latido.codec.CustomerInputCodec;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import dev.latido.event.CustomerEvent;
import dev.latido.event.CustomerInput;
import dev.latido.ingest.Aliases;
import dev.latido.ingest.IngestFunction;
import dev.latido.reference.ReferenceInput;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/**
 * A replay in harnesses: inputs are read on where they are furthest behind, by the real {@link IngestFunction} and {@link
 * CustomerOperator}, with a watermark after every few events.
 */
final class BoundedRun implements AutoCloseable {

    /** Something that happens to the operators after an event. */
    interface Disturbance {

        Disturbance NONE = (run, eventsRead) -> {};

        void after(BoundedRun run, int eventsRead) throws Exception;
    }

    private final List<Lane> lanes;
    private final int eventsPerWatermark;
    private final CustomerHarness customers;
    private OneInputStreamOperatorTestHarness<Decoded<CustomerEvent>, CustomerInput> ingest;
    private long watermark = Long.MIN_VALUE;

    private BoundedRun(List<ReferenceInput> inputs, CustomerHarness.Setup setup, int eventsPerWatermark)
            throws Exception {
        this.lanes = IntStream.range(0, inputs.size())
                .mapToObj(i -> new Lane(inputs.get(i), i))
                .toList();
        this.eventsPerWatermark = eventsPerWatermark;
        this.customers = CustomerHarness.open(setup);
        this.ingest = ingest();
        this.ingest.open();
    }

    /** Runs to the highest time of any event read, or to a later instant. */
    static Outcome of(
            List<ReferenceInput> inputs,
            Instant until,
            CustomerHarness.Setup setup,
            int eventsPerWatermark,
            Disturbance disturbance)
            throws Exception {
        try (BoundedRun run = new BoundedRun(inputs, setup, eventsPerWatermark)) {
            run.read(disturbance);
            run.end(until.toEpochMilli());
            return Outcome.of(run.customers);
        }
    }

    private void read(Disturbance disturbance) throws Exception {
        int eventsRead = 0;
        for (Lane lane = furthestBehind(); lane != null; lane = furthestBehind()) {
            if (lane.hasNext()) {
                place(lane.next());
                if (++eventsRead % eventsPerWatermark == 0) {
                    advance();
                }
                disturbance.after(this, eventsRead);
            } else {
                lane.ended = true;
            }
        }
    }

    private void place(Decoded<CustomerEvent> decoded) throws Exception {
        ingest.processElement(new StreamRecord<>(decoded));
        for (CustomerInput input : ingest.extractOutputValues()) {
            customers.process(input);
        }
        ingest.getOutput().clear();
    }

    private @Nullable Lane furthestBehind() {
        return lanes.stream()
                .filter(lane -> !lane.ended)
                .min(Comparator.comparingLong(lane -> lane.highest))
                .orElse(null);
    }

    private void advance() throws Exception {
        long reached = lanes.stream()
                .filter(lane -> !lane.ended)
                .mapToLong(Lane::watermark)
                .min()
                .orElse(watermark);
        if (reached > watermark) {
            watermark = reached;
            customers.watermark(reached);
        }
    }

    private void end(long until) throws Exception {
        long highest = lanes.stream().mapToLong(lane -> lane.highest).max().orElse(Long.MIN_VALUE);
        customers.watermark(Math.max(highest, until));
        customers.endOfInput();
    }

    /** Both operators go on from a checkpoint; the one of customers with as many subtasks as given. */
    void restart(int parallelism) throws Exception {
        customers.restart(parallelism);
        OperatorSubtaskState state = ingest.snapshot(1, 1);
        ingest.close();
        ingest = ingest();
        ingest.initializeState(state);
        ingest.open();
    }

    private OneInputStreamOperatorTestHarness<Decoded<CustomerEvent>, CustomerInput> ingest() throws Exception {
        Map<String, Long> bounds = lanes.stream()
                .collect(Collectors.toMap(
                        lane -> lane.input.name(), lane -> lane.input.bound().toMillis()));
        OneInputStreamOperatorTestHarness<Decoded<CustomerEvent>, CustomerInput> harness =
                new OneInputStreamOperatorTestHarness<>(
                        new ProcessOperator<>(new IngestFunction(bounds, Aliases.NONE)));
        harness.setup(new CodecSerializer<>(CustomerInputCodec.INSTANCE));
        return harness;
    }

    @Override
    public void close() {
        try {
            ingest.close();
            customers.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** One input, as far as it has been read. */
    private static final class Lane {

        private final ReferenceInput input;
        private final int number;
        private int read;
        private long highest = Long.MIN_VALUE;
        private boolean ended;

        private Lane(ReferenceInput input, int number) {
            this.input = input;
            this.number = number;
        }

        private boolean hasNext() {
            return read < input.events().size();
        }

        private Decoded<CustomerEvent> next() {
            CustomerEvent event = input.events().get(read++);
            long at = event.at().toEpochMilli();
            highest = Math.max(highest, at);
            return new Decoded.Event<>(new Origin(input.name(), input.name(), number, read), event, at);
        }

        private long watermark() {
            return highest == Long.MIN_VALUE ? highest : highest - input.bound().toMillis() - 1;
        }
    }
}
