package dev.latido.event;

import java.time.Instant;

/** What is published of a customer for those who train models: what there was to see, and what came of it. */
public sealed interface FeatureRecord permits FeatureRow, CustomerOutcome {

    int SCHEMA_VERSION = 1;

    String tenantId();

    String customerId();

    Instant at();
}
