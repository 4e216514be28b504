package dev.latido.replay;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.latido.metric.TallyMetrics;
import java.util.Map;

/**
 * What a replay read and what became of it; every record that was read is in exactly one of the classes.
 *
 * @param in records read; a batch counts one for each of its elements
 * @param customers distinct customers with at least one applied or late event
 * @param seconds wall-clock time of the replay
 */
@JsonPropertyOrder({"in", "ignored", "applied", "duplicates", "late", "deadLetters", "customers", "seconds"})
public record ReplaySummary(
        long in,
        long ignored,
        long applied,
        long duplicates,
        long late,
        long deadLetters,
        long customers,
        double seconds) {

    public ReplaySummary {
        if (in != ignored + applied + duplicates + late + deadLetters) {
            throw new IllegalArgumentException(
                    "%d records were read, but %d ignored + %d applied + %d duplicates + %d late + %d dead letters are %d"
                            .formatted(
                                    in,
                                    ignored,
                                    applied,
                                    duplicates,
                                    late,
                                    deadLetters,
                                    ignored + applied + duplicates + late + deadLetters));
        }
    }

    /**
     * A summary of what a job has counted.
     *
     * @param counted the job's accumulators, by the names in {@link TallyMetrics}
     */
    public static ReplaySummary of(Map<String, Object> counted, long customers, double seconds) {
        return new ReplaySummary(
                count(counted, TallyMetrics.IN),
                count(counted, TallyMetrics.IGNORED),
                count(counted, TallyMetrics.APPLIED),
                count(counted, TallyMetrics.DUPLICATE),
                count(counted, TallyMetrics.LATE),
                count(counted, TallyMetrics.DEAD_LETTERS),
                customers,
                seconds);
    }

    private static long count(Map<String, Object> counted, String name) {
        return counted.get(name) instanceof Long count ? count : 0;
    }

    /** One JSON object, with a line for each number. */
    String toJson() {
        try {
            return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
