package dev.latido.customer;

import dev.latido.event.CustomerInput;
import dev.latido.event.HealthRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** What happened to customers → records of their health; alerts and late events at the sides. */
public final class CustomerStage {

    private CustomerStage() {}

    /**
     * Evaluates every customer.
     *
     * @param cachedCustomers customers kept as objects in front of the state backend, per subtask
     * @param live whether event time goes on with the wall clock while all input is silent
     */
    public static SingleOutputStreamOperator<HealthRecord> evaluate(
            DataStream<CustomerInput> inputs, CustomerPolicy policy, int cachedCustomers, boolean live) {
        return inputs.keyBy(CustomerInput::key)
                .transform(
                        "customer-health",
                        TypeInformation.of(HealthRecord.class),
                        new CustomerOperator(policy, cachedCustomers, live))
                .uid("customer-health");
    }
}
