package dev.latido.job;

import dev.latido.change.ChangeKind;
import dev.latido.change.Request;
import dev.latido.codec.Codec;
import dev.latido.codec.CodecTypeInformation;
import dev.latido.codec.DecodedCodec;
import dev.latido.command.ErasureDecoder;
import dev.latido.connector.kafka.Delivery;
import dev.latido.connector.kafka.EventInput;
import dev.latido.connector.kafka.EventTimeStrategy;
import dev.latido.connector.kafka.EventTopic;
import dev.latido.connector.kafka.Guarantee;
import dev.latido.connector.kafka.KafkaConnection;
import dev.latido.connector.kafka.KafkaEventSource;
import dev.latido.connector.kafka.PublicationSink;
import dev.latido.connector.mapping.Mapping;
import dev.latido.connector.mapping.MappingDecoder;
import dev.latido.connector.record.Decoded;
import dev.latido.event.CustomerEvent;
import dev.latido.event.CustomerInput;
import dev.latido.ingest.CustomerEventFactory;
import dev.latido.ingest.EventSource;
import dev.latido.setting.KafkaSettings;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import dev.latido.setting.SourceSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;

/** The job's ends at Kafka, as the settings say. */
public final class KafkaEnds {

    /** How often partitions tell each other how far they are, in wall-clock time. */
    private static final Duration ALIGNMENT_INTERVAL = Duration.ofMillis(200);

    private final LatidoSettings settings;
    private final ChangeTopics known;
    private final KafkaConnection connection;

    private KafkaEnds(LatidoSettings settings, ChangeTopics known) throws SettingsException {
        this.settings = settings;
        this.known = known;
        this.connection = connection(settings.kafka());
    }

    /**
     * Ends whose input, where a job has no state, begins with the oldest records.
     *
     * @param known what the rules and models are: a job without state begins with them
     */
    public static Ends of(LatidoSettings settings, ChangeTopics known) throws SettingsException {
        return new KafkaEnds(settings, known).ends();
    }

    /** How Kafka is reached. */
    public static KafkaConnection connection(KafkaSettings kafka) throws SettingsException {
        if (kafka.propertiesFile().isEmpty()) {
            return KafkaConnection.to(kafka.bootstrapServers());
        }
        try {
            return KafkaConnection.to(kafka.bootstrapServers(), Path.of(kafka.propertiesFile()));
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException(
                    "kafka.propertiesFile " + kafka.propertiesFile() + " cannot be used: " + e.getMessage());
        }
    }

    /** How results get into Kafka. */
    public static Delivery delivery(KafkaSettings kafka) {
        return new Delivery(
                kafka.exactlyOnce() ? Guarantee.EXACTLY_ONCE : Guarantee.AT_LEAST_ONCE,
                kafka.transactionalIdPrefix(),
                Duration.ofMinutes(kafka.transactionTimeoutMinutes()));
    }

    private Ends ends() throws SettingsException {
        List<EventTopic<CustomerEvent>> followed = topics(false);
        List<EventTopic<CustomerEvent>> sparse = topics(true);
        Duration drift = Duration.ofMinutes(settings.time().maxDriftMinutes());
        Duration idle = Duration.ofSeconds(settings.time().idleSeconds());
        return new Ends(
                new EventSource<>(
                        source(input(followed), DecodedCodec.ofEvents()),
                        EventTimeStrategy.<CustomerEvent>bounded(boundsMillis(settings), idle)
                                .withWatermarkAlignment("events", drift, ALIGNMENT_INTERVAL),
                        ExecutionConfig.PARALLELISM_DEFAULT),
                sparse.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new EventSource<>(
                                source(input(sparse), DecodedCodec.ofEvents()),
                                EventTimeStrategy.sparse(),
                                ExecutionConfig.PARALLELISM_DEFAULT)),
                Optional.of(commands()),
                known.requests(),
                Optional.of(changes(ChangeKind.RULE, known.rules())),
                Optional.of(changes(ChangeKind.MODEL, known.models())),
                PublicationSink.of(connection, delivery(settings.kafka()), JobTopics.byStream(settings)),
                ExecutionConfig.PARALLELISM_DEFAULT,
                true);
    }

    private EventSource<CustomerInput> commands() {
        EventTopic<CustomerInput> privacy = new EventTopic<>(
                JobTopics.name(settings, settings.commands().privacy()), "commands-privacy", ErasureDecoder::new);
        return new EventSource<>(
                source(
                        new EventInput<>(settings.kafka().groupId() + "-commands", List.of(privacy), Duration.ZERO),
                        DecodedCodec.ofInputs()),
                EventTimeStrategy.sparse(),
                1);
    }

    /** A job without state has what stood there when it was defined, and reads on from there. */
    private EventSource<Request> changes(ChangeKind kind, ChangeTopic read) {
        String topic = JobTopics.name(settings, ChangeTopic.topic(settings, kind));
        String source = kind.text() + "s";
        EventTopic<Request> changes = new EventTopic<>(topic, source, () -> ChangeTopic.decoder(kind));
        return new EventSource<>(
                KafkaEventSource.from(
                        connection,
                        new EventInput<>(settings.kafka().groupId() + "-" + source, List.of(changes), Duration.ZERO),
                        new CodecTypeInformation<>(DecodedCodec.ofRequests()),
                        read.offsets()),
                WatermarkStrategy.noWatermarks(),
                1);
    }

    private <E> KafkaSource<Decoded<E>> source(EventInput<E> input, Codec<Decoded<E>> codec) {
        return KafkaEventSource.of(connection, input, new CodecTypeInformation<>(codec));
    }

    private EventInput<CustomerEvent> input(List<EventTopic<CustomerEvent>> topics) {
        return new EventInput<>(
                settings.kafka().groupId(),
                topics,
                Duration.ofMinutes(settings.time().maxAheadMinutes()));
    }

    private List<EventTopic<CustomerEvent>> topics(boolean sparse) throws SettingsException {
        List<EventTopic<CustomerEvent>> topics = new ArrayList<>();
        for (Map.Entry<String, SourceSettings> entry : settings.sources().entrySet()) {
            SourceSettings source = entry.getValue();
            if (source.sparse() == sparse) {
                Mapping mapping = MappingFiles.load(source.mapping());
                topics.add(new EventTopic<>(
                        JobTopics.name(settings, source),
                        entry.getKey(),
                        () -> new MappingDecoder<>(mapping, new CustomerEventFactory())));
            }
        }
        return topics;
    }

    /** By source, how far behind the highest time an event may come without being late. */
    public static Map<String, Long> boundsMillis(LatidoSettings settings) {
        Map<String, Long> bounds = new HashMap<>();
        settings.sources().forEach((name, source) -> bounds.put(name, source.outOfOrdernessSeconds() * 1000L));
        return bounds;
    }
}
