package dev.latido.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.connector.kafka.Delivery;
import dev.latido.connector.kafka.Guarantee;
import dev.latido.connector.kafka.KafkaAccessException;
import dev.latido.connector.kafka.KafkaConnection;
import dev.latido.connector.kafka.TopicSpec;
import dev.latido.connector.kafka.TopicSpec.Use;
import dev.latido.connector.kafka.Topics;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TopicsIT {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private static Path dir;

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start() throws Exception {
        kafka = EmbeddedKafka.start(dir);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void topicsThatWereCreatedPassTheCheck() throws Exception {
        List<TopicSpec> needed = List.of(records("made-events", 3), latest("made-scores", 2));
        try (Topics topics = topics()) {
            assertThat(topics.check(needed))
                    .containsExactly("Topic made-events does not exist.", "Topic made-scores does not exist.");

            assertThat(topics.create(needed, Optional.of((short) 1))).containsExactly("made-events", "made-scores");

            assertThat(topics.check(needed)).isEmpty();
        }
    }

    @Test
    void creatingLeavesWhatExistsAsItIs() throws Exception {
        try (Topics topics = topics()) {
            topics.create(List.of(records("left-alone", 1)), Optional.empty());

            List<TopicSpec> more = List.of(records("left-alone", 4), records("left-new", 1));
            assertThat(topics.create(more, Optional.empty())).containsExactly("left-new");

            assertThat(topics.check(more))
                    .containsExactly("Topic left-alone has 1 partition(s); at least 4 are needed.");
        }
    }

    @Test
    void everyDifferenceIsASentence() throws Exception {
        TopicSpec small = new TopicSpec("wrong", "events", "customer", 1, Duration.ofHours(1), 1000, Use.OUTPUT);
        try (Topics topics = topics()) {
            topics.create(List.of(small), Optional.empty());

            assertThat(topics.check(List.of(records("wrong", 2), latest("wrong", 1))))
                    .containsExactly(
                            "Topic wrong has 1 partition(s); at least 2 are needed.",
                            "Topic wrong keeps records for 3600 s (retention.ms); 7 days are needed.",
                            "Topic wrong takes records of at most 1000 bytes (max.message.bytes); 1048576 are needed.",
                            "Topic wrong has cleanup.policy=delete; it must be compact.",
                            "Topic wrong takes records of at most 1000 bytes (max.message.bytes); 1048576 are needed.");
        }
    }

    @Test
    void aReplicationFactorThatTheBrokersCannotGiveIsRefusedInOneSentence() throws Exception {
        try (Topics topics = topics()) {
            assertThatThrownBy(() -> topics.create(List.of(records("thrice", 1)), Optional.of((short) 3)))
                    .isInstanceOf(KafkaAccessException.class)
                    .hasMessageStartingWith("Kafka refused to create the topic thrice: ");
        }
    }

    @Test
    void transactionsMustNotLastLongerThanTheBrokerAllows() throws Exception {
        try (Topics topics = topics()) {
            assertThat(topics.checkTransactions(
                            within(Duration.ofHours(1)), Duration.ofSeconds(10), Duration.ofMinutes(5)))
                    .containsExactly("The transaction timeout is 3600 s; the Kafka broker allows at most 900 s "
                            + "(transaction.max.timeout.ms).");
            assertThat(topics.checkTransactions(
                            within(Duration.ofMinutes(10)), Duration.ofSeconds(10), Duration.ofMinutes(5)))
                    .isEmpty();
        }
    }

    @Test
    void transactionsMustOutliveTheirCheckpoint() throws Exception {
        try (Topics topics = topics()) {
            assertThat(topics.checkTransactions(
                            within(Duration.ofMinutes(10)), Duration.ofMinutes(5), Duration.ofMinutes(5)))
                    .singleElement()
                    .asString()
                    .contains("must be longer than the interval and the timeout of checkpoints together (600 s)");
        }
    }

    @Test
    void aBrokerThatDoesNotAnswerIsReportedInOneSentence() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + silent.getLocalPort();
            long begin = System.nanoTime();
            try (Topics topics = Topics.at(KafkaConnection.to(address), Duration.ofSeconds(2))) {
                assertThatThrownBy(() -> topics.check(List.of(records("any", 1))))
                        .isInstanceOf(KafkaAccessException.class)
                        .hasMessage("No Kafka broker answered at " + address + " within 2 s.");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void aPortWhereNobodyListensIsReportedInOneSentence() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String address = "127.0.0.1:" + port;
        try (Topics topics = Topics.at(KafkaConnection.to(address), Duration.ofSeconds(2))) {
            assertThatThrownBy(() -> topics.create(List.of(records("any", 1)), Optional.empty()))
                    .isInstanceOf(KafkaAccessException.class)
                    .hasMessage("No Kafka broker answered at " + address + " within 2 s.");
        }
    }

    @Test
    void settingsThatNoClientTakesAreReportedInOneSentence() {
        KafkaConnection wrong = new KafkaConnection(kafka.bootstrapServers(), Map.of("security.protocol", "TSL"));

        assertThatThrownBy(() -> Topics.at(wrong, Topics.TIMEOUT))
                .isInstanceOf(KafkaAccessException.class)
                .hasMessageContaining("security.protocol");
    }

    private static Topics topics() throws KafkaAccessException {
        return Topics.at(KafkaConnection.to(kafka.bootstrapServers()), Topics.TIMEOUT);
    }

    private static Delivery within(Duration timeout) {
        return new Delivery(Guarantee.EXACTLY_ONCE, "test", timeout);
    }

    private static TopicSpec records(String name, int partitions) {
        return new TopicSpec(name, "events", "customer", partitions, WEEK, MEGABYTE, Use.INPUT);
    }

    private static TopicSpec latest(String name, int partitions) {
        return new TopicSpec(name, "scores", "customer", partitions, null, MEGABYTE, Use.OUTPUT);
    }
}
