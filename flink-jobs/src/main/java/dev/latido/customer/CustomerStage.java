package dev.latido.customer;

import dev.latido.change.ControlMessage;
import dev.latido.event.CustomerInput;
import dev.latido.event.HealthRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** What happened to customers, and the time of the job with what changes in it → records of their health; alerts and late events at the sides. */
public final class CustomerStage {

    private CustomerStage() {}

    /**
     * Evaluates every customer.
     *
     * @param cachedCustomers customers kept as objects in front of the state backend, per subtask
     */
    public static SingleOutputStreamOperator<HealthRecord> evaluate(
            DataStream<CustomerInput> inputs,
            DataStream<ControlMessage> control,
            CustomerPolicy policy,
            int cachedCustomers) {
        return inputs.keyBy(CustomerInput::key)
                .connect(control.broadcast())
                .transform(
                        "customer-health",
                        TypeInformation.of(HealthRecord.class),
                        new CustomerOperator(policy, cachedCustomers))
                .uid("customer-health");
    }
}
