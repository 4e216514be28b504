package dev.latido.connector.kafka;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Kafka's admin client, whose failures are sentences. */
final class KafkaAdmin implements AutoCloseable {

    private final KafkaConnection connection;
    private final Duration timeout;
    private final Admin client;

    private KafkaAdmin(KafkaConnection connection, Duration timeout, Admin client) {
        this.connection = connection;
        this.timeout = timeout;
        this.client = client;
    }

    static KafkaAdmin open(KafkaConnection connection, Duration timeout) throws KafkaAccessException {
        Properties properties = connection.properties();
        properties.setProperty("default.api.timeout.ms", Long.toString(timeout.toMillis()));
        properties.setProperty("request.timeout.ms", Long.toString(timeout.toMillis()));
        try {
            return new KafkaAdmin(connection, timeout, Admin.create(properties));
        } catch (KafkaException e) {
            String reason = deepest(e).getMessage();
            throw new KafkaAccessException(
                    "The connection to Kafka at " + connection.bootstrapServers() + " cannot be set up: " + reason, e);
        }
    }

    Admin client() {
        return client;
    }

    /** Waits for the answer about one of several things. */
    <K, T> T answer(Map<K, KafkaFuture<T>> answers, K key) throws KafkaAccessException {
        return answer(requireNonNull(answers.get(key), key::toString));
    }

    /**
     * Waits for an answer.
     *
     * @throws KafkaAccessException when none comes, or when Kafka does not know this client
     * @throws ApiException what else Kafka answers; the caller says what it means
     */
    <T> T answer(KafkaFuture<T> future) throws KafkaAccessException {
        try {
            return future.get(timeout.toMillis() + 1000, MILLISECONDS);
        } catch (ExecutionException e) {
            throw explained(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw noAnswer(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaAccessException("Interrupted while waiting for Kafka.", e);
        }
    }

    private KafkaAccessException explained(Throwable cause) {
        if (cause instanceof AuthenticationException) {
            return new KafkaAccessException(
                    "Kafka at " + connection.bootstrapServers() + " refused the login: " + cause.getMessage(), cause);
        }
        boolean answered = cause instanceof UnknownTopicOrPartitionException || !(cause instanceof RetriableException);
        if (answered && cause instanceof ApiException answer) {
            throw answer;
        }
        return noAnswer(cause);
    }

    private KafkaAccessException noAnswer(Throwable cause) {
        return new KafkaAccessException(
                "No Kafka broker answered at " + connection.bootstrapServers() + " within " + timeout.toSeconds()
                        + " s.",
                cause);
    }

    private static Throwable deepest(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null ? e : deepest(cause);
    }

    @Override
    public void close() {
        client.close(Duration.ZERO);
    }
}
