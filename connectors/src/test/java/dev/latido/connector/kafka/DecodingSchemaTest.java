package dev.latido.connector.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.Collector;
import org.apache.flink.util.InstantiationUtil;
import org.apache.flink.util.SimpleUserCodeClassLoader;
import org.apache.flink.util.UserCodeClassLoader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecodingSchemaTest {

    private static final TypeInformation<Decoded<String>> TYPE = TypeInformation.of(new TypeHint<>() {});

    private final List<Decoded<String>> decoded = new ArrayList<>();
    private DecodingSchema<String> schema;

    @BeforeEach
    void travelToTheReader() throws Exception {
        EventInput<String> input = new EventInput<>(
                "group",
                List.of(
                        new EventTopic<String>("clicks", "segment", () -> DecodingSchemaTest::words),
                        new EventTopic<String>("bills", "stripe", () -> DecodingSchemaTest::latestTime)),
                Duration.ofHours(1));
        schema = InstantiationUtil.clone(new DecodingSchema<>(input, TYPE));
        schema.open(CONTEXT);
    }

    @Test
    void eachTopicIsReadByItsOwnDecoder() {
        read("clicks", "a b", 0);
        read("bills", "a b", 0);

        assertThat(decoded).extracting(DecodingSchemaTest::event).containsExactly("a", "b", "3600000");
    }

    @Test
    void theOriginIsTheRecordsPlaceAndItsSource() {
        read("clicks", "a", 0);

        assertThat(decoded).extracting(Decoded::origin).containsExactly(new Origin("segment", "clicks", 3, 42));
    }

    @Test
    void anEventMayBeAheadOfItsRecordByTheSetTime() {
        read("bills", "", 1_000);

        assertThat(decoded).extracting(DecodingSchemaTest::event).containsExactly("3601000");
    }

    @Test
    void aRecordWithoutTimestampAllowsTimesUpTo2100() {
        read("bills", "", ConsumerRecord.NO_TIMESTAMP);

        assertThat(decoded).extracting(DecodingSchemaTest::event).containsExactly("4102444800000");
    }

    @Test
    void aTombstoneIsRejected() {
        read("clicks", null, 0);

        assertThat(decoded)
                .containsExactly(new Decoded.Rejected<>(new Origin("segment", "clicks", 3, 42), "empty record", "", 0));
    }

    @Test
    void aDefectInADecoderIsRejectedWithItsRecord() {
        read("clicks", "word defect", 0);

        assertThat(decoded)
                .containsExactly(Decoded.Rejected.of(
                        new Origin("segment", "clicks", 3, 42),
                        "decoder failed with IllegalStateException",
                        "word defect".getBytes(UTF_8)));
    }

    @Test
    void aFailureBehindTheDecoderStopsTheJob() {
        Collector<Decoded<String>> failing = new Collector<>() {
            @Override
            public void collect(Decoded<String> one) {
                throw new IllegalStateException("an operator failed");
            }

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> schema.deserialize(record("clicks", "a", 0), failing))
                .hasMessage("an operator failed");
    }

    @Test
    void aTopicThatIsReadTwiceIsRefused() {
        EventTopic<String> topic = new EventTopic<String>("clicks", "segment", () -> DecodingSchemaTest::words);

        assertThatThrownBy(() -> new EventInput<>("group", List.of(topic, topic), Duration.ZERO))
                .hasMessage("The topic clicks is read twice");
    }

    private void read(String topic, @Nullable String value, long timestamp) {
        schema.deserialize(record(topic, value, timestamp), new ListCollector<>(decoded));
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, @Nullable String value, long timestamp) {
        byte[] payload = value == null ? null : value.getBytes(UTF_8);
        return new ConsumerRecord<>(
                topic,
                3,
                42,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                payload,
                new RecordHeaders(),
                Optional.empty());
    }

    /** Every word is an event. */
    private static void words(byte[] payload, Origin origin, long latest, Consumer<? super Decoded<String>> out) {
        for (String word : new String(payload, UTF_8).split(" ", -1)) {
            if (word.equals("defect")) {
                throw new IllegalStateException(word);
            }
            out.accept(new Decoded.Event<>(origin, word, 0));
        }
    }

    /** The latest plausible time is the event. */
    private static void latestTime(byte[] payload, Origin origin, long latest, Consumer<? super Decoded<String>> out) {
        out.accept(new Decoded.Event<>(origin, Long.toString(latest), 0));
    }

    private static String event(Decoded<String> one) {
        return ((Decoded.Event<String>) one).event();
    }

    private static final DeserializationSchema.InitializationContext CONTEXT =
            new DeserializationSchema.InitializationContext() {
                @Override
                public MetricGroup getMetricGroup() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public UserCodeClassLoader getUserCodeClassLoader() {
                    return SimpleUserCodeClassLoader.create(DecodingSchemaTest.class.getClassLoader());
                }
            };
}
