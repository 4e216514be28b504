package dev.latido.customer;

import dev.latido.change.ControlMessage;
import dev.latido.event.CustomerInput;
import dev.latido.event.HealthRecord;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/** One subtask of a {@link CustomerOperator}; Flink's own harness for two inputs takes no environment. */
final class CustomerSubtask extends AbstractStreamOperatorTestHarness<HealthRecord> {

    private final CustomerOperator customers;

    CustomerSubtask(CustomerOperator customers, MockEnvironment environment) throws Exception {
        super(customers, environment);
        this.customers = customers;
        config.setStatePartitioner(0, (KeySelector<CustomerInput, String>) CustomerInput::key);
        config.setStateKeySerializer(Types.STRING.createSerializer(executionConfig.getSerializerConfig()));
        config.serializeAllConfigs();
    }

    void process(CustomerInput input) throws Exception {
        StreamRecord<CustomerInput> element = new StreamRecord<>(input);
        customers.setKeyContextElement1(element);
        customers.processElement1(element);
    }

    void change(ControlMessage change) throws Exception {
        StreamRecord<ControlMessage> element = new StreamRecord<>(change);
        customers.setKeyContextElement2(element);
        customers.processElement2(element);
    }

    /** The events have come so far. */
    void watermarkOfEvents(long at) throws Exception {
        customers.processWatermark1(new Watermark(at));
    }

    /** The control stage lets time go on so far. */
    void watermarkOfControl(long at) throws Exception {
        customers.processWatermark2(new Watermark(at));
    }

    /** What customers are judged by at an instant. */
    Regime regimeAt(long instant) {
        return customers.regimeAt(instant);
    }

    int keyedStateEntries() {
        return ((HeapKeyedStateBackend<?>) customers.<String>getKeyedStateBackend()).numKeyValueStateEntries();
    }

    @Override
    public void close() {
        try {
            super.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
