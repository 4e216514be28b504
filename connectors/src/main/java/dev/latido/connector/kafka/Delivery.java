package dev.latido.connector.kafka;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Duration;

/**
 * How records get into Kafka.
 *
 * @param transactionalIdPrefix begins the id of each transaction; unique per job in its Kafka, and the same after a restart
 * @param transactionTimeout after this the broker gives up an open transaction, and what is in it
 */
public record Delivery(Guarantee guarantee, String transactionalIdPrefix, Duration transactionTimeout)
        implements Serializable {

    public Delivery {
        requireNonNull(guarantee, "guarantee");
        if (transactionalIdPrefix.isBlank()) {
            throw new IllegalArgumentException("The prefix of transactional ids is empty");
        }
        long millis = transactionTimeout.toMillis();
        if (millis <= 0 || millis > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "The transaction timeout is more than 0 and less than 24 days, not " + transactionTimeout);
        }
    }
}
