package dev.latido.connector.kafka;

import static java.util.Objects.requireNonNullElse;

import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import dev.latido.connector.record.RecordDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Decodes the records of several topics, each with its own decoder, which is opened once per reader. */
final class DecodingSchema<E> implements KafkaRecordDeserializationSchema<Decoded<E>> {

    private static final long serialVersionUID = 1L;

    /** 2100-01-01: the latest plausible event time of a record without a timestamp. */
    private static final long LATEST_WITHOUT_TIMESTAMP = 4_102_444_800_000L;

    private static final byte[] NOTHING = {};

    private final EventInput<E> input;
    private final TypeInformation<Decoded<E>> type;

    private transient @Nullable Map<String, Reading<E>> readings;

    DecodingSchema(EventInput<E> input, TypeInformation<Decoded<E>> type) {
        this.input = input;
        this.type = type;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        Map<String, Reading<E>> opened = new HashMap<>();
        for (EventTopic<E> topic : input.topics()) {
            opened.put(
                    topic.topic(), new Reading<>(topic.source(), topic.decoder().open(), new ArrayList<>()));
        }
        readings = opened;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Decoded<E>> out) {
        Reading<E> reading = reading(record.topic());
        Origin origin = new Origin(reading.source, record.topic(), record.partition(), record.offset());
        decode(reading, record, origin);
        reading.results.forEach(out::collect);
        reading.results.clear();
    }

    /**
     * Keeps a defect in a decoder from stopping the job at the same record again and again. What comes after the decoder
     * in the chain is none of its business: its failures must stop the job.
     */
    private void decode(Reading<E> reading, ConsumerRecord<byte[], byte[]> record, Origin origin) {
        byte[] payload = record.value();
        try {
            if (payload == null) {
                byte[] key = requireNonNullElse(record.key(), NOTHING);
                reading.decoder.decodeTombstone(key, origin, latest(record), reading.results::add);
            } else {
                reading.decoder.decode(payload, origin, latest(record), reading.results::add);
            }
        } catch (RuntimeException | StackOverflowError e) {
            reading.results.clear();
            String reason = "decoder failed with " + e.getClass().getSimpleName();
            reading.results.add(Decoded.Rejected.of(origin, reason, requireNonNullElse(payload, NOTHING)));
        }
    }

    private long latest(ConsumerRecord<byte[], byte[]> record) {
        return record.timestamp() < 0
                ? LATEST_WITHOUT_TIMESTAMP
                : record.timestamp() + input.maxAhead().toMillis();
    }

    private Reading<E> reading(String topic) {
        Reading<E> reading = readings == null ? null : readings.get(topic);
        if (reading == null) {
            throw new IllegalStateException("No decoder is open for the topic " + topic);
        }
        return reading;
    }

    @Override
    public TypeInformation<Decoded<E>> getProducedType() {
        return type;
    }

    /** An open decoder, the source that it reads, and what it made of the record at hand. */
    private record Reading<E>(String source, RecordDecoder<E> decoder, List<Decoded<E>> results) {}
}
