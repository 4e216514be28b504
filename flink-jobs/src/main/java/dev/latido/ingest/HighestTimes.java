package dev.latido.ingest;

import dev.latido.connector.record.Origin;
import java.util.HashMap;
import java.util.Map;

/** The highest event time read so far in each partition or file. */
final class HighestTimes {

    private static final class Highest {
        private long at = Long.MIN_VALUE;
    }

    private final Map<String, Highest> byPartition = new HashMap<>();
    private String lastTopic = "";
    private int lastPartition;
    private Highest last = new Highest();

    /**
     * Takes an event in.
     *
     * @return the highest time before it; {@link Long#MIN_VALUE} for the partition's first event
     */
    long advance(Origin origin, long at) {
        Highest highest = highest(origin);
        long before = highest.at;
        highest.at = Math.max(before, at);
        return before;
    }

    /** Partitions by name; what to checkpoint. */
    Map<String, Long> snapshot() {
        Map<String, Long> times = new HashMap<>();
        byPartition.forEach((partition, highest) -> times.put(partition, highest.at));
        return times;
    }

    /** Takes over what a subtask had read; of several, the highest counts. */
    void restore(Map<String, Long> times) {
        times.forEach((partition, at) -> {
            Highest highest = byPartition.computeIfAbsent(partition, name -> new Highest());
            highest.at = Math.max(highest.at, at);
        });
    }

    private Highest highest(Origin origin) {
        if (origin.partition() != lastPartition || !origin.topic().equals(lastTopic)) {
            lastTopic = origin.topic();
            lastPartition = origin.partition();
            last = byPartition.computeIfAbsent(lastTopic + '-' + lastPartition, name -> new Highest());
        }
        return last;
    }
}
