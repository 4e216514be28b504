package dev.latido.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.latido.broker.EmbeddedKafka;
import dev.latido.connector.kafka.KafkaConnection;
import dev.latido.connector.kafka.Topics;
import dev.latido.job.JobTopics;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A broker with the feed's topics, and a reader of what runs publish; {@code name} tells the runs' topics apart. */
final class TestKafka implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int PIECE = 50;
    private static final Pattern CUSTOMER = Pattern.compile("\"customerId\":\"([^\"]+)\"");

    private final EmbeddedKafka kafka;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Committed> followed = new ArrayList<>();

    private TestKafka(EmbeddedKafka kafka) {
        this.kafka = kafka;
        this.producer = producer(kafka.bootstrapServers());
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrapServers) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("max.block.ms", "10000");
        // A new partition may refuse the first batch and take the second, after which it takes the first no more.
        properties.put("max.in.flight.requests.per.connection", "1");
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    static TestKafka start(Path dir) throws IOException {
        return new TestKafka(EmbeddedKafka.start(dir));
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** Makes the topics that a run with these settings needs. */
    void createTopics(Path config) throws Exception {
        LatidoSettings settings = SettingsLoader.load(config, Map.of());
        try (Topics topics = Topics.at(KafkaConnection.to(bootstrapServers()), Topics.TIMEOUT)) {
            topics.create(JobTopics.specs(settings), Optional.empty());
        }
    }

    /** Writes records, and waits until the broker has them. */
    void write(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        List<Future<RecordMetadata>> answers = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> record : records) {
            answers.add(producer.send(record));
        }
        for (Future<RecordMetadata> answer : answers) {
            answer.get();
        }
    }

    /** Waits until committed scores of all these customers are there. */
    void awaitScores(String name, Set<String> customers, JavaProcess... of) throws Exception {
        awaitScoresAfter(0, name, customers, of);
    }

    /** The same, among those that come after the first so many records of any customer. */
    void awaitScoresAfter(long records, String name, Set<String> customers, JavaProcess... of) throws Exception {
        AtomicLong seen = new AtomicLong();
        Set<String> missing = new HashSet<>(customers);
        try (var consumer = consumer(name + "-health-scores", true)) {
            Deadline.await(
                    LONGEST,
                    "scores of " + missing,
                    () -> {
                        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(50))) {
                            if (seen.incrementAndGet() > records) {
                                missing.remove(customer(record));
                            }
                        }
                        return missing.isEmpty();
                    },
                    () -> "missing: " + missing + "\n" + outputs(of));
        }
    }

    /**
     * Writes half of the records, waits for a score of theirs that is committed, and goes on with small pieces of the
     * other half until there is one that is not.
     *
     * @return the records that have not been written
     */
    List<ProducerRecord<byte[], byte[]>> writeUntilUncommitted(
            String name, List<ProducerRecord<byte[], byte[]>> records, JavaProcess... of) throws Exception {
        Deque<ProducerRecord<byte[], byte[]>> rest =
                new ArrayDeque<>(records.subList(records.size() / 2, records.size()));
        try (var all = consumer(name + "-health-scores", false);
                var committed = consumer(name + "-health-scores", true)) {
            long before = end(committed);
            write(records.subList(0, records.size() / 2));
            Deadline.await(LONGEST, "a committed score", () -> end(committed) > before, () -> outputs(of));
            Deadline.await(
                    LONGEST,
                    "an uncommitted score",
                    () -> {
                        List<ProducerRecord<byte[], byte[]>> piece = new ArrayList<>();
                        while (piece.size() < PIECE && !rest.isEmpty()) {
                            piece.add(rest.remove());
                        }
                        write(piece);
                        return end(committed) < end(all);
                    },
                    () -> outputs(of));
        }
        return List.copyOf(rest);
    }

    /** Waits until the customer's score has been taken back. */
    void awaitTombstone(String name, String customer, JavaProcess... of) throws Exception {
        Set<String> forgotten = new HashSet<>();
        try (var consumer = consumer(name + "-health-scores", true)) {
            Deadline.await(
                    LONGEST,
                    "the tombstone of " + customer,
                    () -> {
                        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(50))) {
                            if (record.value() == null) {
                                forgotten.add(customer(record));
                            }
                        }
                        return forgotten.contains(customer);
                    },
                    () -> outputs(of));
        }
    }

    /** By key, the committed records of a topic in their order; there must be no open transaction. */
    Map<String, List<String>> published(String name, String stream) throws Exception {
        List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
        try (var consumer = consumer(name + "-" + stream, true);
                var all = consumer(name + "-" + stream, false)) {
            Map<TopicPartition, Long> ends = all.endOffsets(all.assignment());
            Deadline.await(
                    LONGEST,
                    "the end of " + name + "-" + stream,
                    () -> {
                        consumer.poll(Duration.ofMillis(50)).forEach(read::add);
                        return ends.entrySet().stream()
                                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
                    },
                    () -> ends.toString());
        }
        return read.stream()
                .collect(groupingBy(
                        ConsumerRecord::key, TreeMap::new, mapping(record -> text(record.value()), toList())));
    }

    /** How many records of a topic were written, whether they were committed or not. */
    long written(String name, String stream) throws Exception {
        List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
        try (var all = consumer(name + "-" + stream, false)) {
            Map<TopicPartition, Long> ends = all.endOffsets(all.assignment());
            Deadline.await(
                    LONGEST,
                    "the end of " + name + "-" + stream,
                    () -> {
                        all.poll(Duration.ofMillis(50)).forEach(read::add);
                        return ends.entrySet().stream().allMatch(end -> all.position(end.getKey()) >= end.getValue());
                    },
                    () -> ends.toString());
        }
        return read.size();
    }

    /** Whether a topic has records that no reader may rely on yet. */
    boolean hasUncommitted(String name, String stream) {
        try (var all = consumer(name + "-" + stream, false);
                var committed = consumer(name + "-" + stream, true)) {
            return end(committed) < end(all);
        }
    }

    /** What is committed to a topic, followed as it comes, for as long as this broker runs. */
    Committed follow(String name, String stream) {
        Committed records = new Committed(consumer(name + "-" + stream, true));
        followed.add(records);
        return records;
    }

    private KafkaConsumer<String, byte[]> consumer(String topic, boolean committed) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers());
        properties.put("isolation.level", committed ? "read_committed" : "read_uncommitted");
        var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** Offsets that a reader can reach, of all partitions together. */
    private static long end(KafkaConsumer<String, byte[]> consumer) {
        return consumer.endOffsets(consumer.assignment()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static String customer(ConsumerRecord<String, byte[]> record) {
        Matcher matcher = CUSTOMER.matcher(record.key());
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String text(byte[] value) {
        return value == null ? "tombstone" : new String(value, UTF_8);
    }

    private static String outputs(JavaProcess... processes) {
        StringBuilder outputs = new StringBuilder();
        for (JavaProcess process : processes) {
            outputs.append(process.output()).append('\n');
        }
        return outputs.toString();
    }

    @Override
    public void close() {
        followed.forEach(Committed::close);
        producer.close();
        kafka.close();
    }
}
