package dev.latido.bench.rules;

import dev.latido.rule.running.RuleDesk;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.jspecify.annotations.Nullable;

/** Customers with partial matches: those touched last as objects, the others as one value of bytes each in Flink's state. */
final class WatchedCustomers {

    /** As in the settings that are shipped. */
    private static final int CACHED = 20_000;

    private final LinkedHashMap<String, WatchedCustomer> cached = new LinkedHashMap<>(1024, 0.75f, true);
    private final Set<String> stored = new HashSet<>();
    private final ValueState<byte[]> state;
    private final Consumer<Object> currentKey;

    WatchedCustomers(StateInitializationContext context, Consumer<Object> currentKey) {
        this.currentKey = currentKey;
        state = context.getKeyedStateStore()
                .getState(
                        new ValueStateDescriptor<>("customer", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    /** Null where the customer has no partial match. */
    @Nullable
    WatchedCustomer find(String key) throws Exception {
        WatchedCustomer customer = cached.get(key);
        if (customer != null || !stored.contains(key)) {
            return customer;
        }
        currentKey.accept(key);
        WatchedCustomer read = WatchedCustomer.decode(state.value());
        insert(key, read);
        return read;
    }

    WatchedCustomer add(String key) throws Exception {
        WatchedCustomer customer = new WatchedCustomer(new RuleDesk());
        insert(key, customer);
        return customer;
    }

    void remove(String key) throws Exception {
        cached.remove(key);
        if (stored.remove(key)) {
            currentKey.accept(key);
            state.clear();
        }
    }

    /** Brings Flink's state up to date. */
    void writeBack() throws Exception {
        for (Map.Entry<String, WatchedCustomer> entry : cached.entrySet()) {
            writeBack(entry);
        }
    }

    private void insert(String key, WatchedCustomer customer) throws Exception {
        cached.put(key, customer);
        if (cached.size() > CACHED) {
            Iterator<Map.Entry<String, WatchedCustomer>> eldest =
                    cached.entrySet().iterator();
            writeBack(eldest.next());
            eldest.remove();
        }
    }

    private void writeBack(Map.Entry<String, WatchedCustomer> entry) throws Exception {
        WatchedCustomer customer = entry.getValue();
        if (customer.isChanged()) {
            currentKey.accept(entry.getKey());
            state.update(customer.encode());
            stored.add(entry.getKey());
            customer.changed(false);
        }
    }
}
