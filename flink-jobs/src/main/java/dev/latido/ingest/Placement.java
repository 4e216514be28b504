package dev.latido.ingest;

import dev.latido.connector.record.Decoded;
import dev.latido.event.Arrival;
import dev.latido.event.CustomerEvent;
import java.util.Map;

/**
 * Gives each event its customer and its place in the order: its own time or, when it is late, the highest time read before it
 * in its partition or file.
 */
public final class Placement {

    private final Map<String, Long> boundMillis;
    private final Aliases aliases;
    private final HighestTimes highestTimes = new HighestTimes();

    /**
     * A placement for the given sources.
     *
     * @param boundMillis by source, how far behind the highest time an event may come without being late
     */
    public Placement(Map<String, Long> boundMillis, Aliases aliases) {
        this.boundMillis = Map.copyOf(boundMillis);
        this.aliases = aliases;
    }

    /** The next event of its partition or file. */
    public Arrival place(Decoded.Event<CustomerEvent> decoded) {
        String source = decoded.origin().source();
        long bound = boundMillis.getOrDefault(source, 0L);
        long highest = highestTimes.advance(decoded.origin(), decoded.at());
        boolean late = highest != Long.MIN_VALUE && decoded.at() < highest - bound;
        return new Arrival(aliases.resolve(source, decoded.event()), late ? highest : decoded.at(), late);
    }

    /** The highest times by partition; what to checkpoint. */
    Map<String, Long> snapshot() {
        return highestTimes.snapshot();
    }

    /** Takes over what a subtask had read. */
    void restore(Map<String, Long> times) {
        highestTimes.restore(times);
    }
}
