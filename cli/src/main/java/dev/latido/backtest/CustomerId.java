package dev.latido.backtest;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/** A customer of a tenant. */
public record CustomerId(String tenantId, String customerId) implements Comparable<CustomerId> {

    private static final Comparator<CustomerId> ORDER =
            Comparator.comparing(CustomerId::tenantId).thenComparing(CustomerId::customerId);

    public CustomerId {
        requireNonNull(tenantId, "tenantId");
        requireNonNull(customerId, "customerId");
    }

    @Override
    public int compareTo(CustomerId other) {
        return ORDER.compare(this, other);
    }
}
