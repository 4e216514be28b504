package dev.latido.job;

import dev.latido.connector.kafka.KafkaAccessException;
import dev.latido.connector.kafka.WholeTopic;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import dev.latido.control.RuleChangeDecoder;
import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleRequest;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What the topic of rules says: the latest of each rule that has not been deleted.
 *
 * @param requests in the order of the rules' ids
 * @param offsets where reading ended
 */
public record RuleTopic(List<RuleRequest> requests, Map<TopicPartition, Long> offsets) {

    /** A topic of which nothing has been read. */
    public static final RuleTopic UNREAD = new RuleTopic(List.of(), Map.of());

    private static final Duration LONGEST = Duration.ofSeconds(30);

    public RuleTopic {
        requests = List.copyOf(requests);
        offsets = Map.copyOf(offsets);
    }

    /** Reads the topic that the settings name, up to where it ends now. */
    public static RuleTopic read(LatidoSettings settings) throws SettingsException, KafkaAccessException {
        String topic = JobTopics.name(settings, settings.commands().rules());
        WholeTopic content = WholeTopic.read(KafkaEnds.connection(settings.kafka()), topic, LONGEST);
        TreeMap<String, RuleRequest> latest = new TreeMap<>();
        content.records().forEach(record -> take(record, latest));
        return new RuleTopic(List.copyOf(latest.values()), content.offsets());
    }

    private static void take(ConsumerRecord<byte[], byte[]> record, Map<String, RuleRequest> latest) {
        RuleChangeDecoder decoder = new RuleChangeDecoder();
        Origin origin = new Origin("rules", record.topic(), record.partition(), record.offset());
        if (record.value() != null) {
            decoder.decode(record.value(), origin, 0, decoded -> take(decoded, latest));
        } else if (record.key() != null) {
            decoder.decodeTombstone(record.key(), origin, 0, decoded -> take(decoded, latest));
        }
    }

    /** What names no rule is no concern of a rule. */
    private static void take(Decoded<RuleRequest> decoded, Map<String, RuleRequest> latest) {
        if (decoded instanceof Decoded.Event<RuleRequest> read) {
            RuleRequest request = read.event();
            if (request instanceof RuleChange change && change.action() == RuleChange.Action.DELETE) {
                latest.remove(change.ruleId());
            } else {
                latest.put(request.ruleId(), request);
            }
        }
    }
}
