package dev.latido.rules;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latido.connector.kafka.KafkaAccessException;
import dev.latido.connector.kafka.RecordSender;
import dev.latido.job.JobTopics;
import dev.latido.job.KafkaEnds;
import dev.latido.rule.RuleChange;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Writes changes of rules to their topic. */
public final class RuleSender implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final RecordSender sender;

    private RuleSender(RecordSender sender) {
        this.sender = sender;
    }

    /** A sender to the topic that the settings name. */
    public static RuleSender to(LatidoSettings settings) throws SettingsException {
        String topic = JobTopics.name(settings, settings.commands().rules());
        return new RuleSender(RecordSender.to(KafkaEnds.connection(settings.kafka()), topic));
    }

    /** Sends changes in their order; once this returns, the brokers have them. */
    public void send(List<RuleChange> changes) throws IOException, KafkaAccessException {
        for (RuleChange change : changes) {
            sender.send(change.ruleId(), json(change));
            boolean goneAtOnce =
                    change.action() == RuleChange.Action.DELETE && change.effectiveAt() == RuleChange.AT_ONCE;
            if (goneAtOnce) {
                sender.send(change.ruleId(), null); // so that the topic forgets the rule
            }
        }
        sender.flush();
    }

    static byte[] json(RuleChange change) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("schemaVersion", 1);
        json.put("ruleId", change.ruleId());
        json.put("action", change.action().text());
        if (!change.definition().isEmpty()) {
            json.put("definition", change.definition());
        }
        json.put("by", change.by());
        json.put("reason", change.reason());
        if (change.effectiveAt() != RuleChange.AT_ONCE) {
            json.put("effectiveAt", Instant.ofEpochMilli(change.effectiveAt()).toString());
        }
        return JSON.writeValueAsBytes(json);
    }

    @Override
    public void close() {
        sender.close();
    }
}
