package dev.latido.bench.rules;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.util.function.SerializableFunction;
import org.jspecify.annotations.Nullable;

/**
 * A step of a sequence, with its condition in plain Java.
 *
 * @param sameInvoiceAs the step with whose event this one must share the invoice; null where that is no matter
 */
record BenchStep(
        String name,
        boolean negated,
        EnumSet<Kind> kinds,
        SerializableFunction<CustomerEvent, Boolean> when,
        int times,
        @Nullable String sameInvoiceAs)
        implements Serializable {

    static BenchStep step(String name, Kind... kinds) {
        return new BenchStep(name, false, EnumSet.copyOf(Set.of(kinds)), event -> true, 1, null);
    }

    static BenchStep not(String name, Kind... kinds) {
        return new BenchStep(name, true, EnumSet.copyOf(Set.of(kinds)), event -> true, 1, null);
    }

    BenchStep when(SerializableFunction<CustomerEvent, Boolean> condition) {
        return new BenchStep(name, negated, kinds, condition, times, sameInvoiceAs);
    }

    BenchStep times(int count) {
        return new BenchStep(name, negated, kinds, when, count, sameInvoiceAs);
    }

    BenchStep sameInvoiceAs(String step) {
        return new BenchStep(name, negated, kinds, when, times, step);
    }

    boolean matches(CustomerEvent event) {
        return kinds.contains(event.kind()) && when.apply(event);
    }
}
