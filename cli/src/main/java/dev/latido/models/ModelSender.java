package dev.latido.models;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latido.connector.kafka.KafkaAccessException;
import dev.latido.connector.kafka.RecordSender;
import dev.latido.job.JobTopics;
import dev.latido.job.KafkaEnds;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.ModelChange;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes changes of models to their topic. */
public final class ModelSender implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final RecordSender sender;

    private ModelSender(RecordSender sender) {
        this.sender = sender;
    }

    /** A sender to the topic that the settings name. */
    public static ModelSender to(LatidoSettings settings) throws SettingsException {
        String topic = JobTopics.name(settings, settings.commands().models());
        return new ModelSender(RecordSender.to(KafkaEnds.connection(settings.kafka()), topic));
    }

    /** Sends changes in their order; once this returns, the brokers have them. */
    public void send(List<ModelChange> changes) throws IOException, KafkaAccessException {
        for (ModelChange change : changes) {
            sender.send(change.model(), json(change));
            if (change.isRemoval() && change.effectiveAt() == ModelChange.AT_ONCE) {
                sender.send(change.model(), null); // so that the topic forgets the model
            }
        }
        sender.flush();
    }

    static byte[] json(ModelChange change) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("schemaVersion", 1);
        json.put("model", change.model());
        put(json, "active", change.active());
        put(json, "shadow", change.shadow());
        put(json, "previous", change.previous());
        json.put("by", change.by());
        json.put("reason", change.reason());
        if (change.effectiveAt() != ModelChange.AT_ONCE) {
            json.put("effectiveAt", Instant.ofEpochMilli(change.effectiveAt()).toString());
        }
        return JSON.writeValueAsBytes(json);
    }

    private static void put(ObjectNode json, String role, @Nullable ArtifactRef artifact) {
        if (artifact == null) {
            json.putNull(role);
        } else {
            json.putObject(role).put("location", artifact.location()).put("sha256", artifact.sha256());
        }
    }

    @Override
    public void close() {
        sender.close();
    }
}
