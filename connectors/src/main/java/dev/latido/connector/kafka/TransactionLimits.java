package dev.latido.connector.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Between what lengths the timeout of a transaction must be.
 *
 * @param checkpoint longest life of a transaction, from the begin of one checkpoint to the end of the next
 * @param broker longest timeout that the broker accepts; empty when unknown
 */
record TransactionLimits(Duration checkpoint, Optional<Duration> broker) {

    List<String> problems(Duration timeout) {
        List<String> problems = new ArrayList<>();
        if (timeout.compareTo(checkpoint) <= 0) {
            problems.add("The transaction timeout is " + seconds(timeout) + "; it must be longer than the interval and "
                    + "the timeout of checkpoints together (" + seconds(checkpoint) + "), or output can be lost.");
        }
        if (broker.isPresent() && timeout.compareTo(broker.get()) > 0) {
            problems.add("The transaction timeout is " + seconds(timeout) + "; the Kafka broker allows at most "
                    + seconds(broker.get()) + " (transaction.max.timeout.ms).");
        }
        return problems;
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
