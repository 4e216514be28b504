package dev.latido.event;

/** What reaches the operator of a customer. */
public sealed interface CustomerInput permits Arrival, Erasure {

    String tenantId();

    String customerId();

    /** Instant at which it takes effect in the order of its customer, milliseconds since 1970-01-01 UTC. */
    long place();

    /** The customer as one string, different for every pair of tenant and customer. */
    default String key() {
        return CustomerKey.of(tenantId(), customerId());
    }
}
