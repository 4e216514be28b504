package dev.latido.training;

import dev.latido.backtest.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * What the job recorded of its customers.
 *
 * @param features the names of all features, in the order in which they were first met
 * @param customers by id
 * @param rows how many rows there were, before any were left out
 * @param end time of the latest record: up to here all outcomes are known
 */
record FeatureHistory(
        List<String> features, SortedMap<CustomerId, RecordedCustomer> customers, long rows, Instant end) {}
