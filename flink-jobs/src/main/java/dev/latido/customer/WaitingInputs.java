package dev.latido.customer;

import dev.latido.event.Arrival;
import dev.latido.event.CustomerInput;
import dev.latido.event.Erasure;
import java.util.Collection;
import java.util.Collections;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What waits until the watermark has passed its place, over all customers of a subtask, in the order of application. */
final class WaitingInputs {

    private final PriorityQueue<CustomerInput> queue = new PriorityQueue<>(WaitingInputs::compare);

    /** Erasures go before the events of the same instant, which belong to the customer's new life. */
    private static int compare(CustomerInput left, CustomerInput right) {
        if (left.place() != right.place()) {
            return Long.compare(left.place(), right.place());
        }
        if (left instanceof Arrival a && right instanceof Arrival b) {
            return Arrival.ORDER.compare(a, b);
        }
        return Boolean.compare(right instanceof Erasure, left instanceof Erasure);
    }

    void add(CustomerInput input) {
        queue.add(input);
    }

    /** Takes the first whose place is at or before the given instant; null when there is none. */
    @Nullable
    CustomerInput pollUntil(long at) {
        CustomerInput first = queue.peek();
        return first != null && first.place() <= at ? queue.poll() : null;
    }

    /**
     * Takes away the events that an erasure of now holds for: all of its customer, or those before its time.
     *
     * @return how many there were
     */
    int removeArrivals(Erasure erasure) {
        String key = erasure.key();
        int before = queue.size();
        queue.removeIf(input -> input instanceof Arrival
                && (erasure.place() == Erasure.AT_ONCE || input.place() < erasure.place())
                && input.key().equals(key));
        return before - queue.size();
    }

    int size() {
        return queue.size();
    }

    /** In no particular order. */
    Collection<CustomerInput> all() {
        return Collections.unmodifiableCollection(queue);
    }
}
