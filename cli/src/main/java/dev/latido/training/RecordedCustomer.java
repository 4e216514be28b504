package dev.latido.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was recorded of one customer: rows by time, and outcomes. */
final class RecordedCustomer {

    private final SortedMap<Long, float[]> rows = new TreeMap<>();
    private final List<RecordedOutcome> outcomes = new ArrayList<>();
    private long firstAt = Long.MAX_VALUE;
    private long lastAt = Long.MIN_VALUE;

    /** Notes that the customer was there at a time. */
    void see(long at) {
        firstAt = Math.min(firstAt, at);
        lastAt = Math.max(lastAt, at);
    }

    /** Keeps a row; of two with the same time the later one stays. */
    void add(long at, float[] values) {
        rows.put(at, values);
    }

    void add(RecordedOutcome outcome) {
        outcomes.add(outcome);
    }

    /** Rows by their time in milliseconds since 1970; a value per feature, and none for features that were not known then. */
    SortedMap<Long, float[]> rows() {
        return rows;
    }

    /** In order of time; those of one time in the order in which they were recorded. Repeated ones are there once. */
    List<RecordedOutcome> outcomes() {
        return outcomes.stream()
                .distinct()
                .sorted(Comparator.comparingLong(RecordedOutcome::at))
                .toList();
    }

    long firstAt() {
        return firstAt;
    }

    long lastAt() {
        return lastAt;
    }
}
