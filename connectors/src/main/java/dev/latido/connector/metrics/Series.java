package dev.latido.connector.metrics;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All metrics that share a name and labels: those that are read, and what the removed ones left. */
final class Series<T> {

    private final BinaryOperator<T> merge;
    private final boolean keepsWhatIsRemoved;
    private final IdentityHashMap<Object, Supplier<@Nullable T>> live = new IdentityHashMap<>();
    private @Nullable T settled;

    Series(BinaryOperator<T> merge, boolean keepsWhatIsRemoved) {
        this.merge = merge;
        this.keepsWhatIsRemoved = keepsWhatIsRemoved;
    }

    void add(Object metric, Supplier<@Nullable T> reading) {
        live.put(metric, reading);
    }

    void remove(Object metric) {
        Supplier<@Nullable T> removed = live.remove(metric);
        if (removed != null && keepsWhatIsRemoved) {
            settled = merged(settled, List.of(removed));
        }
    }

    boolean isGone() {
        return live.isEmpty() && settled == null;
    }

    /** The value as of now, to be read later: readings may take locks of their own. Null where nothing can be read. */
    Supplier<@Nullable T> value() {
        @Nullable T before = settled;
        List<Supplier<@Nullable T>> readings = new ArrayList<>(live.values());
        return () -> merged(before, readings);
    }

    private @Nullable T merged(@Nullable T before, List<Supplier<@Nullable T>> readings) {
        T result = before;
        for (Supplier<@Nullable T> reading : readings) {
            T value = read(reading);
            if (value != null) {
                result = result == null ? value : merge.apply(result, value);
            }
        }
        return result;
    }

    /** Metrics are other people's code; one that fails has no value. */
    private @Nullable T read(Supplier<@Nullable T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            return null;
        }
    }
}
