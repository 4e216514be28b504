package dev.latido.training;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latido.backtest.CustomerId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what was recorded, and leaves out the rows that are not kept. */
final class FeatureCollector {

    private final Thinning thinning;
    private final Map<String, Integer> places = new HashMap<>();
    private final TreeMap<CustomerId, RecordedCustomer> customers = new TreeMap<>();
    private long rows;
    private long end = Long.MIN_VALUE;

    FeatureCollector(Thinning thinning) {
        this.thinning = thinning;
    }

    void addRow(CustomerId id, long at, JsonNode features) {
        if (!features.isObject()) {
            throw new IllegalArgumentException("it has no features");
        }
        rows++;
        RecordedCustomer customer = seen(id, at);
        float[] values = values(features);
        if (thinning.keeps(id, at)) {
            customer.add(at, values);
        }
    }

    void addOutcome(CustomerId id, RecordedOutcome outcome) {
        seen(id, outcome.at()).add(outcome);
    }

    private RecordedCustomer seen(CustomerId id, long at) {
        end = Math.max(end, at);
        RecordedCustomer customer = customers.computeIfAbsent(id, any -> new RecordedCustomer());
        customer.see(at);
        return customer;
    }

    private float[] values(JsonNode features) {
        float[] values = new float[places.size() + features.size()];
        Arrays.fill(values, Float.NaN);
        for (Map.Entry<String, JsonNode> feature : features.properties()) {
            int place = places.computeIfAbsent(feature.getKey(), any -> places.size());
            values[place] = value(feature.getKey(), feature.getValue());
        }
        return Arrays.copyOf(values, places.size());
    }

    private static float value(String name, JsonNode value) {
        if (value.isNull()) {
            return Float.NaN;
        }
        if (!value.isNumber() || Float.isInfinite(value.floatValue())) {
            throw new IllegalArgumentException(
                    "the feature " + name + " is " + value + ", which is no number to learn from");
        }
        return value.floatValue();
    }

    /**
     * All of it.
     *
     * @throws UnusableFeaturesException when there are no rows
     */
    FeatureHistory history() {
        if (rows == 0) {
            throw new UnusableFeaturesException("There are no rows of type features to learn from.");
        }
        List<String> names = places.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        return new FeatureHistory(names, customers, rows, Instant.ofEpochMilli(end));
    }
}
