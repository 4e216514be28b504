package dev.latido.customer;

import dev.latido.event.CustomerEvent;
import dev.latido.health.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * The latest evaluation of a customer.
 *
 * @param at milliseconds since 1970-01-01 UTC
 * @param event what was applied just before, null on a daily evaluation
 */
record Evaluation(
        Customer customer,
        long at,
        Assessment found,
        @Nullable CustomerEvent event) {

    boolean isDaily() {
        return event == null;
    }
}
