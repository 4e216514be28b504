package dev.latido.bench.rules;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import java.util.EnumSet;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Keeps events of some kinds. */
final class KindFilterFunction implements FilterFunction<CustomerEvent> {

    private static final long serialVersionUID = 1L;

    private final EnumSet<Kind> kinds;

    private KindFilterFunction(EnumSet<Kind> kinds) {
        this.kinds = kinds;
    }

    static DataStream<CustomerEvent> keep(DataStream<CustomerEvent> events, EnumSet<Kind> kinds) {
        return events.filter(new KindFilterFunction(kinds));
    }

    @Override
    public boolean filter(CustomerEvent event) {
        return kinds.contains(event.kind());
    }
}
