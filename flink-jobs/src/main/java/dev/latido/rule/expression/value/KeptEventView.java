package dev.latido.rule.expression.value;

import dev.latido.rule.KeptEvent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** An event that a step has matched. */
final class KeptEventView extends FieldView {

    private final KeptEvent event;

    KeptEventView(KeptEvent event) {
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
