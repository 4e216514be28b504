package dev.latido.connector.kafka;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What a job needs of a Kafka cluster, compared with what is there. */
public final class Topics implements AutoCloseable {

    /** How long Kafka may take for an answer, unless the caller says otherwise. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final KafkaAdmin admin;

    private Topics(KafkaAdmin admin) {
        this.admin = admin;
    }

    /** The topics behind a connection; asks Kafka nothing yet. */
    public static Topics at(KafkaConnection connection, Duration timeout) throws KafkaAccessException {
        return new Topics(KafkaAdmin.open(connection, timeout));
    }

    /** What is missing or not as needed, one sentence each; empty when all is well. */
    public List<String> check(Collection<TopicSpec> needed) throws KafkaAccessException {
        List<String> names = needed.stream().map(TopicSpec::name).toList();
        Map<String, KafkaFuture<TopicDescription>> descriptions =
                admin.client().describeTopics(names).topicNameValues();
        List<String> problems = new ArrayList<>();
        for (TopicSpec spec : needed) {
            problems.addAll(problems(spec, descriptions));
        }
        return problems;
    }

    private List<String> problems(TopicSpec spec, Map<String, KafkaFuture<TopicDescription>> descriptions)
            throws KafkaAccessException {
        try {
            int partitions =
                    admin.answer(descriptions, spec.name()).partitions().size();
            var topic = new ConfigResource(ConfigResource.Type.TOPIC, spec.name());
            return new FoundTopic(partitions, settings(topic)).problems(spec);
        } catch (UnknownTopicOrPartitionException e) {
            return List.of("Topic " + spec.name() + " does not exist.");
        } catch (ApiException e) {
            return List.of("Topic " + spec.name() + " cannot be checked: " + e.getMessage());
        }
    }

    private Map<String, String> settings(ConfigResource resource) throws KafkaAccessException {
        Config config =
                admin.answer(admin.client().describeConfigs(List.of(resource)).values(), resource);
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(toMap(ConfigEntry::name, ConfigEntry::value));
    }

    /**
     * Makes the topics that do not exist, and leaves the others as they are.
     *
     * @param replicationFactor empty for the broker's default
     * @return names of the topics that were made
     */
    public List<String> create(Collection<TopicSpec> needed, Optional<Short> replicationFactor)
            throws KafkaAccessException {
        List<NewTopic> topics = needed.stream()
                .map(spec -> new NewTopic(spec.name(), Optional.of(spec.partitions()), replicationFactor)
                        .configs(spec.settings()))
                .toList();
        Map<String, KafkaFuture<Void>> creations =
                admin.client().createTopics(topics).values();
        List<String> made = new ArrayList<>();
        for (NewTopic topic : topics) {
            if (isMade(topic.name(), creations)) {
                made.add(topic.name());
            }
        }
        awaitKnown(made);
        return made;
    }

    /** Brokers hear of a new topic a little after its creation has been answered. */
    private void awaitKnown(List<String> made) throws KafkaAccessException {
        long deadline = System.nanoTime() + KNOWN_WITHIN.toNanos();
        for (String topic : made) {
            while (!isKnown(topic) && System.nanoTime() < deadline) {
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        }
    }

    private boolean isKnown(String topic) throws KafkaAccessException {
        try {
            admin.answer(admin.client().describeTopics(List.of(topic)).topicNameValues(), topic);
            return true;
        } catch (UnknownTopicOrPartitionException e) {
            return false;
        } catch (ApiException e) {
            return true;
        }
    }

    private boolean isMade(String topic, Map<String, KafkaFuture<Void>> creations) throws KafkaAccessException {
        try {
            admin.answer(creations, topic);
            return true;
        } catch (TopicExistsException e) {
            return false;
        } catch (ApiException e) {
            throw new KafkaAccessException("Kafka refused to create the topic " + topic + ": " + e.getMessage(), e);
        }
    }

    /**
     * Whether transactions will live long enough, and are as long as the broker allows; one sentence for each problem.
     *
     * @param checkpoints longest time between the begin of two checkpoints
     * @param checkpointTimeout longest time that a checkpoint may take
     */
    public List<String> checkTransactions(Delivery delivery, Duration checkpoints, Duration checkpointTimeout)
            throws KafkaAccessException {
        if (delivery.guarantee() != Guarantee.EXACTLY_ONCE) {
            return List.of();
        }
        var limits = new TransactionLimits(checkpoints.plus(checkpointTimeout), longestTransaction());
        return limits.problems(delivery.transactionTimeout());
    }

    /** Empty where this client may not ask the broker; then the first transaction shows it. */
    private Optional<Duration> longestTransaction() throws KafkaAccessException {
        try {
            Node broker = admin.answer(admin.client().describeCluster().nodes())
                    .iterator()
                    .next();
            var settings = settings(new ConfigResource(ConfigResource.Type.BROKER, broker.idString()));
            return Optional.ofNullable(settings.get("transaction.max.timeout.ms"))
                    .map(millis -> Duration.ofMillis(Long.parseLong(millis)));
        } catch (AuthorizationException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
