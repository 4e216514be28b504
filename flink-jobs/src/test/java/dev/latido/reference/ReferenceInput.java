package dev.latido.reference;

import dev.latido.event.CustomerEvent;
import java.time.Duration;
import java.util.List;

/** One partition or file: its events in the order they are read, and how far behind the highest time one may come. */
public record ReferenceInput(String name, Duration bound, List<CustomerEvent> events) {

    public ReferenceInput {
        events = List.copyOf(events);
    }
}
