package dev.latido.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.latido.connector.kafka.KafkaAccessException;
import dev.latido.connector.kafka.WholeTopic;
import dev.latido.job.JobTopics;
import dev.latido.job.KafkaEnds;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.ModelStatus;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the job has said of models.
 *
 * @param records as they were published, the latest last
 */
public record SaidOfModels(List<JsonNode> records) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST = Duration.ofSeconds(30);

    public SaidOfModels {
        records = List.copyOf(records);
    }

    /** Reads the topic that the settings name, up to where it ends now. */
    public static SaidOfModels read(LatidoSettings settings)
            throws SettingsException, KafkaAccessException, IOException {
        String topic = JobTopics.name(settings, settings.outputs().modelStatus());
        List<JsonNode> records = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : WholeTopic.read(
                        KafkaEnds.connection(settings.kafka()), topic, LONGEST)
                .records()) {
            records.add(JSON.readTree(record.value()));
        }
        return new SaidOfModels(records);
    }

    /** Only what was said of one model. */
    public SaidOfModels of(String model) {
        return new SaidOfModels(records.stream()
                .filter(said -> said.path("model").asText().equals(model))
                .toList());
    }

    /**
     * Of each model the latest of every sort: of changes for each role, of findings for each feature, and one of each other
     * type.
     */
    public SaidOfModels latest() {
        Map<List<String>, JsonNode> latest = new LinkedHashMap<>();
        for (JsonNode said : records) {
            List<String> sort = List.of(
                    said.path("model").asText(),
                    type(said),
                    said.path("role").asText(),
                    said.path("feature").asText());
            if (!isOvertaken(said, latest.get(sort))) {
                latest.remove(sort);
                latest.put(sort, said);
            }
        }
        return new SaidOfModels(List.copyOf(latest.values()));
    }

    /** What is said at one instant is written by several subtasks, in any order; the higher number is the later change. */
    private static boolean isOvertaken(JsonNode said, @Nullable JsonNode before) {
        return before != null
                && said.path("changeId").asLong(Long.MAX_VALUE)
                        < before.path("changeId").asLong(Long.MIN_VALUE);
    }

    /** Whether the latest change of a model was refused, so that the topic does not say what the model is. */
    public boolean isRefused(String model) {
        return of(model).changes().stream()
                .reduce((earlier, later) -> later)
                .filter(change -> change.path("status").asText().equals("refused"))
                .isPresent();
    }

    /** What the changes that were accepted have made of a model; empty where there is none. */
    public Optional<ModelChange> accepted(String model) {
        AcceptedModel accepted = new AcceptedModel(model);
        of(model).changes().stream()
                .filter(change -> change.path("changeId").isNumber())
                .sorted(Comparator.comparingLong(
                        change -> change.path("changeId").asLong()))
                .forEach(accepted::take);
        return accepted.statement();
    }

    /** What became of changes. */
    public List<JsonNode> changes() {
        return records.stream().filter(SaidOfModels::isChange).toList();
    }

    /** All else. */
    public List<JsonNode> findings() {
        return records.stream().filter(said -> !isChange(said)).toList();
    }

    /** What an artifact calls itself, where that has ever been said. */
    public Optional<String> version(@Nullable ArtifactRef artifact) {
        return artifact == null
                ? Optional.empty()
                : records.stream()
                        .filter(said -> said.path("sha256").asText().equals(artifact.sha256()))
                        .map(said -> said.path("version").textValue())
                        .filter(version -> version != null)
                        .findFirst();
    }

    /** The latest comparison of the two artifacts that the model has. */
    public Optional<JsonNode> comparison(ModelChange model) {
        return records.stream()
                .filter(said -> type(said).equals("comparison")
                        && said.path("model").asText().equals(model.model())
                        && isOf(said.path("active"), model.active())
                        && isOf(said.path("shadow"), model.shadow()))
                .reduce((earlier, later) -> later);
    }

    private static boolean isOf(JsonNode said, @Nullable ArtifactRef artifact) {
        return artifact != null && said.path("sha256").asText().equals(artifact.sha256());
    }

    private static boolean isChange(JsonNode said) {
        return type(said).equals(ModelStatus.CHANGE);
    }

    private static String type(JsonNode said) {
        return said.path("type").asText();
    }
}
