package dev.latido.reference;

import java.time.Instant;

/** One publication of an alert, without its id and its words. */
public record ReferenceAlert(String tenantId, String customerId, String severity, String status, Instant at) {

    @Override
    public String toString() {
        return "%s %s/%s %s %s".formatted(at, tenantId, customerId, severity, status);
    }
}
