package dev.latido.bench.rules;

import dev.latido.event.CustomerEvent;

/** A match as a line of text, by which matches are compared: rule, customer, and the ids of the events of each step. */
final class MatchLine {

    private final StringBuilder text;

    MatchLine(String rule, String customer) {
        text = new StringBuilder(rule).append(' ').append(customer);
    }

    void step(String name) {
        text.append(' ').append(name).append(':');
    }

    void event(String id) {
        text.append(' ').append(id);
    }

    void event(CustomerEvent event) {
        event(event.eventId());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
