package dev.latido.bench.rules;

import dev.latido.event.Arrival;
import dev.latido.event.CustomerEvent;
import dev.latido.rule.Occurrence;
import dev.latido.rule.running.RuleSet;
import java.util.PriorityQueue;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Runs rules over customers' events and does nothing else: the operator of the job without health, duplicates and alerts.
 * Like it, it keeps what waits for the watermark in one queue, and customers in a cache in front of one value of bytes.
 *
 * <p>State: that of {@link WatchedCustomers}; at the end of the input all of it is written back, as before a checkpoint.
 */
final class RulesOperator extends AbstractStreamOperator<String>
        implements OneInputStreamOperator<CustomerEvent, String>, Triggerable<String, VoidNamespace>, BoundedOneInput {

    private static final long serialVersionUID = 1L;

    private final RuleFiles files;

    private transient PriorityQueue<Arrival> waiting;
    private transient WatchedCustomers customers;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient RuleSet rules;
    private transient FoundMatches found;

    @SuppressWarnings("NullAway.Init") // the transient fields are made in initializeState and open
    RulesOperator(RuleFiles files) {
        this.files = files;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        customers = new WatchedCustomers(context, this::setCurrentKey);
    }

    @Override
    public void open() throws Exception {
        super.open();
        waiting = new PriorityQueue<>(Arrival.ORDER);
        timers = getInternalTimerService("deadlines", VoidNamespaceSerializer.INSTANCE, this);
        rules = files.load();
        found = new FoundMatches(line -> output.collect(new StreamRecord<>(line)));
    }

    /** Keys are set where state is touched, which most events never do. */
    @Override
    @SuppressWarnings("rawtypes") // as in the method it overrides
    public void setKeyContextElement(StreamRecord record) {}

    @Override
    public void processElement(StreamRecord<CustomerEvent> element) {
        waiting.add(new Arrival(element.getValue(), element.getTimestamp(), false));
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        for (Arrival next = waiting.peek();
                next != null && next.place() <= mark.getTimestamp();
                next = waiting.peek()) {
            timeServiceManager.advanceWatermark(new Watermark(next.place() - 1));
            apply(waiting.remove());
        }
        timeServiceManager.advanceWatermark(mark);
        output.emitWatermark(mark);
    }

    private void apply(Arrival arrival) throws Exception {
        CustomerEvent event = arrival.event();
        String key = event.customerId();
        WatchedCustomer customer = customers.find(key);
        if (!(customer == null ? WatchedCustomer.NOBODY : customer).desk().concerns(event, rules)) {
            return;
        }
        if (customer == null) {
            customer = customers.add(key);
        }
        found.lookAt(key);
        Occurrence now = new Occurrence(event, arrival.place(), NoFacts.INSTANCE);
        while (customer.desk().deadline() <= arrival.place()) {
            customer.desk().advance(customer.desk().deadline(), NoFacts.INSTANCE, rules, found);
        }
        customer.desk().apply(now, rules, found);
        leave(key, customer);
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        String key = timer.getKey();
        WatchedCustomer customer = customers.find(key);
        if (customer == null || customer.timerAt() != timer.getTimestamp()) {
            return;
        }
        found.lookAt(key);
        while (customer.desk().deadline() <= timer.getTimestamp()) {
            customer.desk().advance(customer.desk().deadline(), NoFacts.INSTANCE, rules, found);
        }
        customer.timerAt(Long.MAX_VALUE);
        leave(key, customer);
    }

    /** A timer that comes too early does no harm: it is set anew then. */
    private void leave(String key, WatchedCustomer customer) throws Exception {
        long due = customer.desk().deadline();
        if (due == Long.MAX_VALUE) {
            customers.remove(key);
            return;
        }
        customer.changed(true);
        if (customer.timerAt() > due) {
            setCurrentKey(key);
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, due);
            customer.timerAt(due);
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("no timer of this operator runs on the wall clock");
    }

    @Override
    public void endInput() throws Exception {
        customers.writeBack();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        throw new UnsupportedOperationException("it is never restored: it keeps its queue in memory only");
    }
}
