package dev.latido.rule.expression.value;

import dev.latido.event.CustomerEvent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The event at hand. */
final class EventView extends FieldView {

    private final CustomerEvent event;

    EventView(CustomerEvent event) {
        this.event = event;
    }

    @Override
    @Nullable
    Object field(String name) {
        EventField field = EventField.named(name);
        return field == null ? null : field.of(event);
    }

    @Override
    Collection<String> names() {
        return EventField.NAMES;
    }
}
