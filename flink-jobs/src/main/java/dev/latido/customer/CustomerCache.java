package dev.latido.customer;

import dev.latido.event.CustomerKey;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The customers that were touched last, as objects, in front of the state backend; what changed is written back when it is
 * evicted and before every checkpoint.
 */
final class CustomerCache {

    /** Where customers are kept in bytes. */
    interface Store {

        /** Null where the customer is not known. */
        byte @Nullable [] read(String key) throws Exception;

        void write(String key, byte[] customer) throws Exception;

        void remove(String key) throws Exception;
    }

    /** A customer in memory, and whether its bytes in the store are old. */
    private static final class Entry {
        private final Customer customer;
        private boolean changed;

        private Entry(Customer customer) {
            this.customer = customer;
        }
    }

    private final Store store;
    private final int capacity;
    private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>(1024, 0.75f, true);

    CustomerCache(Store store, int capacity) {
        this.store = store;
        this.capacity = capacity;
    }

    /** The customer, which the caller is going to change; null when it is not known. */
    @Nullable
    Customer change(String key) throws Exception {
        Entry entry = entries.get(key);
        if (entry == null) {
            byte[] bytes = store.read(key);
            if (bytes == null) {
                return null;
            }
            entry = insert(key, CustomerCodec.decode(CustomerKey.tenantId(key), CustomerKey.customerId(key), bytes));
        }
        entry.changed = true;
        return entry.customer;
    }

    void add(String key, Customer customer) throws Exception {
        insert(key, customer).changed = true;
    }

    void remove(String key) throws Exception {
        entries.remove(key);
        store.remove(key);
    }

    /** Brings the store up to date. */
    void writeBack() throws Exception {
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            writeBack(entry);
        }
    }

    private Entry insert(String key, Customer customer) throws Exception {
        Entry entry = new Entry(customer);
        entries.put(key, entry);
        if (entries.size() > capacity) {
            Iterator<Map.Entry<String, Entry>> eldest = entries.entrySet().iterator();
            writeBack(eldest.next());
            eldest.remove();
        }
        return entry;
    }

    private void writeBack(Map.Entry<String, Entry> entry) throws Exception {
        if (entry.getValue().changed) {
            store.write(entry.getKey(), CustomerCodec.encode(entry.getValue().customer));
            entry.getValue().changed = false;
        }
    }
}
