package dev.latido.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.connector.kafka.Delivery;
import dev.latido.connector.kafka.EventInput;
import dev.latido.connector.kafka.EventTimeStrategy;
import dev.latido.connector.kafka.EventTopic;
import dev.latido.connector.kafka.Guarantee;
import dev.latido.connector.kafka.KafkaConnection;
import dev.latido.connector.kafka.KafkaEventSource;
import dev.latido.connector.kafka.PublicationSink;
import dev.latido.connector.kafka.TopicSpec;
import dev.latido.connector.kafka.TopicSpec.Use;
import dev.latido.connector.kafka.Topics;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import dev.latido.connector.record.Publication;
import dev.latido.connector.record.RecordDecoder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class KafkaEndsIT {

    private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

    private static final AtomicInteger FAILURES_TO_COME = new AtomicInteger();

    @TempDir
    private static Path dir;

    private static EmbeddedKafka kafka;
    private static Records records;

    @BeforeAll
    static void start() throws Exception {
        kafka = EmbeddedKafka.start(dir);
        records = new Records(kafka.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void everyRecordArrivesOnceAndCommitted() throws Exception {
        create("numbers-in", "numbers-out");
        String[] numbers = IntStream.range(0, 500).mapToObj(Integer::toString).toArray(String[]::new);
        records.write("numbers-in", numbers);

        JobClient job = run("numbers-in", "numbers-out", Guarantee.EXACTLY_ONCE);
        var read = records.readUntil("numbers-out", found -> found.size() >= numbers.length);
        job.cancel().get();

        assertThat(texts(read)).containsExactlyInAnyOrder(mapped("event numbers ", numbers));
    }

    @Test
    void everyRecordArrivesOnceAlthoughTheJobFailsInBetween() throws Exception {
        create("failing-in", "failing-out");
        records.write("failing-in", "before");
        JobClient job = run("failing-in", "failing-out", Guarantee.EXACTLY_ONCE);
        records.readUntil("failing-out", found -> !found.isEmpty());

        FAILURES_TO_COME.set(1);
        String[] numbers = IntStream.range(0, 200).mapToObj(Integer::toString).toArray(String[]::new);
        records.write("failing-in", numbers);
        records.write("failing-in", "fail once", "after");
        var read = records.readUntil("failing-out", found -> found.size() >= numbers.length + 3);
        job.cancel().get();

        assertThat(FAILURES_TO_COME).hasNonPositiveValue();
        assertThat(texts(read))
                .hasSize(numbers.length + 3)
                .contains(mapped("event numbers ", numbers))
                .contains(mapped("event numbers ", "before", "fail once", "after"));
    }

    @Test
    void aReaderOfCommittedRecordsSeesNothingOfAnAbortedTransaction() throws Exception {
        create("aborted-in", "aborted-out");
        try (var producer = records.producer(Map.of("transactional.id", "aborting"))) {
            producer.initTransactions();
            producer.beginTransaction();
            Records.send(producer, "aborted-in", "never");
            producer.abortTransaction();
            producer.beginTransaction();
            Records.send(producer, "aborted-in", "kept");
            producer.commitTransaction();
        }

        JobClient job = run("aborted-in", "aborted-out", Guarantee.EXACTLY_ONCE);
        var read = records.readUntil("aborted-out", found -> texts(found).contains("event numbers kept"));
        job.cancel().get();

        assertThat(texts(read)).containsExactly("event numbers kept");
    }

    @Test
    void recordsThatAreNoEventsAreRejectedAndTheJobGoesOn() throws Exception {
        create("poison-in", "poison-out");
        records.write("poison-in", "bad", null, "explode", "good");

        JobClient job = run("poison-in", "poison-out", Guarantee.AT_LEAST_ONCE);
        var read = records.readUntil("poison-out", found -> found.size() >= 4);
        job.cancel().get();

        assertThat(texts(read))
                .containsExactlyInAnyOrder(
                        "rejected not good",
                        "rejected empty record",
                        "rejected decoder failed with IllegalStateException",
                        "event numbers good");
    }

    @Test
    void outputIsStampedWhenItIsWrittenHoweverOldItsEventIs() throws Exception {
        create("old-in", "old-out");
        records.write("old-in", "old");

        JobClient job = run("old-in", "old-out", Guarantee.AT_LEAST_ONCE);
        var read = records.readUntil("old-out", found -> !found.isEmpty());
        job.cancel().get();

        assertThat(read)
                .extracting(record -> Instant.ofEpochMilli(record.timestamp()))
                .allSatisfy(at -> assertThat(at).isAfter(LONG_AGO.plus(Duration.ofDays(3650))));
    }

    @Test
    void aPublicationWithoutValueIsATombstone() throws Exception {
        create("tombstone-in", "tombstone-out");
        records.write("tombstone-in", "erase");

        JobClient job = run("tombstone-in", "tombstone-out", Guarantee.EXACTLY_ONCE);
        var read = records.readUntil("tombstone-out", found -> !found.isEmpty());
        job.cancel().get();

        assertThat(read).singleElement().satisfies(record -> {
            assertThat(record.key()).asString(UTF_8).isEqualTo("event numbers erase");
            assertThat(record.value()).isNull();
        });
    }

    private static void create(String... names) throws Exception {
        List<TopicSpec> specs = Stream.of(names)
                .map(name -> new TopicSpec(name, "test", "none", 2, Duration.ofDays(1), 1 << 20, Use.OUTPUT))
                .toList();
        try (Topics topics = Topics.at(KafkaConnection.to(kafka.bootstrapServers()), Topics.TIMEOUT)) {
            topics.create(specs, Optional.empty());
        }
    }

    private static JobClient run(String from, String to, Guarantee guarantee) throws Exception {
        KafkaConnection connection = KafkaConnection.to(kafka.bootstrapServers());
        EventInput<String> input = new EventInput<>(
                to, List.of(new EventTopic<>(from, "numbers", KafkaEndsIT::decoder)), Duration.ofHours(1));
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2);
        env.enableCheckpointing(200);
        env.fromSource(
                        KafkaEventSource.of(connection, input, TypeInformation.of(new TypeHint<Decoded<String>>() {})),
                        EventTimeStrategy.bounded(Map.of("numbers", 5000L), Duration.ofSeconds(30)),
                        "events")
                .map(decoded -> publication(text(decoded)))
                .returns(Publication.class)
                .sinkTo(PublicationSink.of(
                        connection, new Delivery(guarantee, to, Duration.ofMinutes(10)), Map.of("texts", to)));
        return env.executeAsync(from);
    }

    /** Takes every record for an event, but those that a test calls bad. */
    private static RecordDecoder<String> decoder() {
        return (payload, origin, latest, out) -> {
            String text = new String(payload, UTF_8);
            if (text.equals("explode")) {
                throw new IllegalStateException("as a defect would");
            }
            out.accept(
                    text.equals("bad")
                            ? Decoded.Rejected.of(origin, "not good", payload)
                            : new Decoded.Event<>(origin, text, LONG_AGO.toEpochMilli()));
        };
    }

    private static String text(Decoded<String> decoded) {
        Origin origin = decoded.origin();
        if (decoded instanceof Decoded.Event<String> event
                && event.event().equals("fail once")
                && FAILURES_TO_COME.getAndDecrement() > 0) {
            throw new IllegalStateException("as a lost machine would");
        }
        return decoded instanceof Decoded.Event<String> event
                ? "event " + origin.source() + " " + event.event()
                : "rejected " + ((Decoded.Rejected<String>) decoded).reason();
    }

    private static Publication publication(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Publication("texts", bytes, text.endsWith("erase") ? null : bytes, 0, "", "", "");
    }

    private static List<String> texts(List<ConsumerRecord<byte[], byte[]>> read) {
        return read.stream().map(record -> new String(record.value(), UTF_8)).toList();
    }

    private static String[] mapped(String prefix, String... texts) {
        return Stream.of(texts).map(prefix::concat).toArray(String[]::new);
    }
}
