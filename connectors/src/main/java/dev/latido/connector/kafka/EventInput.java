package dev.latido.connector.kafka;

import java.io.Serializable;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a job reads as one source: some topics, each with its own decoder.
 *
 * @param groupId consumer group under which the job's progress is seen
 * @param maxAhead how far an event may be ahead of its Kafka record's timestamp
 * @param <E> type of the events
 */
public record EventInput<E>(String groupId, List<EventTopic<E>> topics, Duration maxAhead) implements Serializable {

    public EventInput {
        topics = List.copyOf(topics);
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("A Kafka source needs at least one topic");
        }
        if (maxAhead.isNegative()) {
            throw new IllegalArgumentException("Events may be at least 0 s ahead of their records, not " + maxAhead);
        }
        Set<String> names = new HashSet<>();
        for (EventTopic<E> topic : topics) {
            if (!names.add(topic.topic())) {
                throw new IllegalArgumentException("The topic " + topic.topic() + " is read twice");
            }
        }
    }

    /** Names of the topics, in their order. */
    public List<String> topicNames() {
        return topics.stream().map(EventTopic::topic).toList();
    }
}
