package dev.latido.job;

import dev.latido.change.ChangeKind;
import dev.latido.change.Request;
import dev.latido.connector.kafka.KafkaAccessException;
import dev.latido.connector.kafka.WholeTopic;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import dev.latido.control.ChangeDecoder;
import dev.latido.control.ModelChangeDecoder;
import dev.latido.control.RuleChangeDecoder;
import dev.latido.rule.RuleChange;
import dev.latido.scoring.ModelChange;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import dev.latido.setting.TopicSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What a topic of changes says: the latest of each rule, or model, that has not been taken away.
 *
 * @param requests in the order of the names
 * @param offsets where reading ended
 */
public record ChangeTopic(List<Request> requests, Map<TopicPartition, Long> offsets) {

    /** A topic of which nothing has been read. */
    public static final ChangeTopic UNREAD = new ChangeTopic(List.of(), Map.of());

    private static final Duration LONGEST = Duration.ofSeconds(30);

    public ChangeTopic {
        requests = List.copyOf(requests);
        offsets = Map.copyOf(offsets);
    }

    /** Reads the topic of rules that the settings name, up to where it ends now. */
    public static ChangeTopic ofRules(LatidoSettings settings) throws SettingsException, KafkaAccessException {
        return read(settings, ChangeKind.RULE);
    }

    /** Reads the topic of models that the settings name, up to where it ends now. */
    public static ChangeTopic ofModels(LatidoSettings settings) throws SettingsException, KafkaAccessException {
        return read(settings, ChangeKind.MODEL);
    }

    /** The topic with changes of one kind. */
    static TopicSettings topic(LatidoSettings settings, ChangeKind kind) {
        return switch (kind) {
            case RULE -> settings.commands().rules();
            case MODEL -> settings.commands().models();
        };
    }

    static ChangeDecoder decoder(ChangeKind kind) {
        return switch (kind) {
            case RULE -> new RuleChangeDecoder();
            case MODEL -> new ModelChangeDecoder();
        };
    }

    private static ChangeTopic read(LatidoSettings settings, ChangeKind kind)
            throws SettingsException, KafkaAccessException {
        String topic = JobTopics.name(settings, topic(settings, kind));
        WholeTopic content = WholeTopic.read(KafkaEnds.connection(settings.kafka()), topic, LONGEST);
        TreeMap<String, Request> latest = new TreeMap<>();
        ChangeDecoder decoder = decoder(kind);
        content.records().forEach(record -> take(record, decoder, latest));
        return new ChangeTopic(List.copyOf(latest.values()), content.offsets());
    }

    private static void take(
            ConsumerRecord<byte[], byte[]> record, ChangeDecoder decoder, Map<String, Request> latest) {
        Origin origin = new Origin(record.topic(), record.topic(), record.partition(), record.offset());
        if (record.value() != null) {
            decoder.decode(record.value(), origin, 0, decoded -> take(decoded, latest));
        } else if (record.key() != null) {
            decoder.decodeTombstone(record.key(), origin, 0, decoded -> take(decoded, latest));
        }
    }

    /** What names nothing that could change is no concern of it. */
    private static void take(Decoded<Request> decoded, Map<String, Request> latest) {
        if (decoded instanceof Decoded.Event<Request> read) {
            Request request = read.event();
            if (takesAway(request)) {
                latest.remove(request.subject());
            } else {
                latest.put(request.subject(), request);
            }
        }
    }

    private static boolean takesAway(Request request) {
        return request instanceof RuleChange rule && rule.action() == RuleChange.Action.DELETE
                || request instanceof ModelChange model && model.isRemoval();
    }
}
