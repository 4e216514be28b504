package dev.latido.rule.engine;

import dev.latido.rule.KeptEvent;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event that was taken for a step, and those taken before it; shared by all partial matches that go on from it. */
final class Link {

    private final KeptEvent event;
    private final long order;
    private final int step;
    private final @Nullable Link previous;
    private final Link first;

    /** @param order where the event stands among those of its customer: greater than that of every event before it */
    Link(KeptEvent event, long order, int step, @Nullable Link previous) {
        this.event = event;
        this.order = order;
        this.step = step;
        this.previous = previous;
        this.first = previous == null ? this : previous.first;
    }

    KeptEvent event() {
        return event;
    }

    long order() {
        return order;
    }

    int step() {
        return step;
    }

    @Nullable
    Link previous() {
        return previous;
    }

    /** Where the match's first event stands in the order. */
    long startOrder() {
        return first.order;
    }

    /** The place of the match's first event. */
    long startPlace() {
        return first.event.place();
    }

    /** The events taken for a step, oldest first. */
    static List<KeptEvent> events(@Nullable Link last, int step) {
        int count = 0;
        for (Link link = last; link != null; link = link.previous) {
            count += link.step == step ? 1 : 0;
        }
        if (count == 0) {
            return List.of();
        }
        KeptEvent[] events = new KeptEvent[count];
        for (Link link = last; link != null; link = link.previous) {
            if (link.step == step) {
                events[--count] = link.event;
            }
        }
        return Collections.unmodifiableList(Arrays.asList(events));
    }

    /** The order of the oldest event taken for a step, or {@code none}. */
    long firstOrder(int wanted, long none) {
        long found = none;
        for (Link link = this; link != null; link = link.previous) {
            found = link.step == wanted ? link.order : found;
        }
        return found;
    }

    /** The order of the latest event taken for a step, or {@code none}. */
    long lastOrder(int wanted, long none) {
        for (Link link = this; link != null; link = link.previous) {
            if (link.step == wanted) {
                return link.order;
            }
        }
        return none;
    }
}
