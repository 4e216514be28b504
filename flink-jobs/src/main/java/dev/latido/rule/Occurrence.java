package dev.latido.rule;

import static java.util.Objects.requireNonNull;

import dev.latido.event.CustomerEvent;

/**
 * An event at its place in the order of its customer, with the customer as it is after it.
 *
 * @param place milliseconds since 1970-01-01 UTC
 */
public record Occurrence(CustomerEvent event, long place, CustomerFacts customer) {
    public Occurrence {
        requireNonNull(event, "event");
        requireNonNull(customer, "customer");
    }
}
