package dev.latido.customer;

import dev.latido.codec.CustomerInputCodec;
import dev.latido.event.CustomerInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.jspecify.annotations.Nullable;

/**
 * What {@link CustomerOperator} keeps in Flink's state.
 *
 * <ul>
 *   <li>{@code customer}: one value per customer, in the form of {@link CustomerCodec}; goes at the first daily instant 400
 *       days after the customer's last event, or with an erasure.
 *   <li>{@code waiting-inputs}: per customer, what waited for the watermark when a checkpoint was taken; replaced by the
 *       next.
 *   <li>{@code event-time}: per subtask, the event time reached; replaced by every checkpoint.
 *   <li>{@code customers-per-band}: per subtask, for a gauge; replaced by every checkpoint.
 * </ul>
 */
final class CustomerState {

    private static final String WAITING = "waiting-inputs";

    private final Consumer<Object> currentKey;
    private final Supplier<KeyedStateBackend<String>> backend;
    private final ValueState<byte[]> waitingInputs;
    private final ListState<Long> eventTime;
    private final ListState<Map<String, Long>> customersPerBand;
    private final CustomerCache customers;
    private Set<String> savedWaiting = new HashSet<>();

    CustomerState(
            StateInitializationContext context,
            Consumer<Object> currentKey,
            Supplier<KeyedStateBackend<String>> backend,
            int cachedCustomers)
            throws Exception {
        this.currentKey = currentKey;
        this.backend = backend;
        this.waitingInputs = context.getKeyedStateStore().getState(bytes(WAITING));
        this.eventTime =
                context.getOperatorStateStore().getUnionListState(new ListStateDescriptor<>("event-time", Types.LONG));
        this.customersPerBand = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("customers-per-band", Types.MAP(Types.STRING, Types.LONG)));
        this.customers =
                new CustomerCache(new Store(context.getKeyedStateStore().getState(bytes("customer"))), cachedCustomers);
    }

    CustomerCache customers() {
        return customers;
    }

    /** The earliest that any subtask had reached: no customer is further back. {@link Long#MIN_VALUE} at a fresh start. */
    long restoredEventTime() throws Exception {
        long earliest = Long.MAX_VALUE;
        for (long reached : eventTime.get()) {
            earliest = Math.min(earliest, reached);
        }
        return earliest == Long.MAX_VALUE ? Long.MIN_VALUE : earliest;
    }

    /** Customers per band, of what this subtask has taken over. */
    Map<String, Long> restoredBands() throws Exception {
        Map<String, Long> sum = new TreeMap<>();
        for (Map<String, Long> bands : customersPerBand.get()) {
            bands.forEach((band, count) -> sum.merge(band, count, Long::sum));
        }
        return sum;
    }

    void restoreWaiting(WaitingInputs waiting) throws Exception {
        List<String> keys;
        try (Stream<String> stream = backend.get().getKeys(WAITING, VoidNamespace.INSTANCE)) {
            keys = stream.toList();
        }
        for (String key : keys) {
            currentKey.accept(key);
            byte[] bytes = waitingInputs.value();
            if (bytes != null) {
                decode(bytes).forEach(waiting::add);
            }
        }
        savedWaiting = new HashSet<>(keys);
    }

    /** Brings Flink's state up to date, for the checkpoint that is about to be taken. */
    void save(WaitingInputs waiting, long reached, Map<String, Long> bands) throws Exception {
        customers.writeBack();
        saveWaiting(waiting);
        eventTime.update(List.of(reached));
        customersPerBand.update(List.of(new TreeMap<>(bands)));
    }

    private void saveWaiting(WaitingInputs waiting) throws Exception {
        Map<String, List<CustomerInput>> byCustomer = new HashMap<>();
        for (CustomerInput input : waiting.all()) {
            byCustomer.computeIfAbsent(input.key(), key -> new ArrayList<>()).add(input);
        }
        savedWaiting.removeAll(byCustomer.keySet());
        for (String gone : savedWaiting) {
            currentKey.accept(gone);
            waitingInputs.clear();
        }
        for (Map.Entry<String, List<CustomerInput>> entry : byCustomer.entrySet()) {
            currentKey.accept(entry.getKey());
            waitingInputs.update(encode(entry.getValue()));
        }
        savedWaiting = new HashSet<>(byCustomer.keySet());
    }

    private static byte[] encode(List<CustomerInput> inputs) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(256);
        for (CustomerInput input : inputs) {
            CustomerInputCodec.INSTANCE.write(input, out);
        }
        return out.getCopyOfBuffer();
    }

    private static List<CustomerInput> decode(byte[] bytes) throws IOException {
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        List<CustomerInput> inputs = new ArrayList<>();
        while (in.available() > 0) {
            inputs.add(CustomerInputCodec.INSTANCE.read(in));
        }
        return inputs;
    }

    private static ValueStateDescriptor<byte[]> bytes(String name) {
        return new ValueStateDescriptor<>(name, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    }

    /** Customers' bytes in keyed state. */
    private final class Store implements CustomerCache.Store {

        private final ValueState<byte[]> customer;

        private Store(ValueState<byte[]> customer) {
            this.customer = customer;
        }

        @Override
        public byte @Nullable [] read(String key) throws Exception {
            currentKey.accept(key);
            return customer.value();
        }

        @Override
        public void write(String key, byte[] bytes) throws Exception {
            currentKey.accept(key);
            customer.update(bytes);
        }

        @Override
        public void remove(String key) throws Exception {
            currentKey.accept(key);
            customer.clear();
        }
    }
}
