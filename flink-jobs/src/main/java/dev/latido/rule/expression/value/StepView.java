package dev.latido.rule.expression.value;

import dev.latido.rule.KeptEvent;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a step has matched: the fields of its last event, how many there are, and all of them. */
public final class StepView extends FieldView {

    public static final String COUNT = "count";
    public static final String EVENTS = "events";

    /** The names of all fields, in order. */
    public static final List<String> NAMES = eventFieldsAnd(List.of(COUNT, EVENTS));

    private final List<KeptEvent> events;

    StepView(List<KeptEvent> events) {
        this.events = events;
    }

    @Override
    @Nullable
    Object field(String name) {
        if (name.equals(COUNT)) {
            return (long) events.size();
        }
        if (name.equals(EVENTS)) {
            return new EventsView(events);
        }
        EventField field = EventField.named(name);
        return field == null || events.isEmpty() ? null : field.of(events.get(events.size() - 1));
    }

    @Override
    Collection<String> names() {
        return NAMES;
    }

    private static List<String> eventFieldsAnd(List<String> more) {
        List<String> names = new ArrayList<>(EventField.NAMES);
        names.addAll(more);
        return List.copyOf(names);
    }

    /** The events of a step, each as a struct. */
    private static final class EventsView extends AbstractList<KeptEventView> {

        private final List<KeptEvent> events;

        EventsView(List<KeptEvent> events) {
            this.events = events;
        }

        @Override
        public KeptEventView get(int index) {
            return new KeptEventView(events.get(index));
        }

        @Override
        public int size() {
            return events.size();
        }
    }
}
