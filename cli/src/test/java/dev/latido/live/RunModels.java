package dev.latido.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latido.models.ModelSender;
import dev.latido.scoring.ModelChange;
import dev.latido.setting.LatidoSettings;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The models of a run, seen from outside: changes are sent, and what it has said of them and by them is read. */
final class RunModels implements AutoCloseable {

    private static final String CHANGE = "change";

    private final ModelSender sender;
    private final Committed statuses;
    private final Committed scores;
    private final Committed alerts;

    RunModels(TestKafka kafka, String name, LatidoSettings settings) throws Exception {
        this.sender = ModelSender.to(settings);
        this.statuses = kafka.follow(name, "model-status");
        this.scores = kafka.follow(name, "health-scores");
        this.alerts = kafka.follow(name, "alerts");
    }

    void send(List<ModelChange> changes) throws Exception {
        sender.send(changes);
    }

    /** Whether all these changes have been accepted. */
    boolean hasAccepted(List<ModelChange> changes) throws IOException {
        for (ModelChange change : changes) {
            if (accepted(change).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Changes of a model are told apart by their reasons. */
    private Optional<JsonNode> accepted(ModelChange change) throws IOException {
        return ofType(CHANGE)
                .filter(status -> status.path("status").asText().equals("accepted")
                        && status.path("model").asText().equals(change.model())
                        && status.path("reason").asText().equals(change.reason()))
                .findFirst();
    }

    /** From when on a change that was accepted after the beginning holds. */
    Instant effectiveAt(ModelChange change) throws IOException {
        return instant(accepted(change).orElseThrow());
    }

    /** The versions of a model that score, by the instant from which on each does, as has been said of changes. */
    NavigableMap<Instant, String> versions(String model) throws IOException {
        NavigableMap<Instant, String> versions = new TreeMap<>();
        ofType(CHANGE)
                .filter(status -> status.path("status").asText().equals("accepted")
                        && status.path("role").asText().equals("active")
                        && status.path("model").asText().equals(model))
                .forEach(status ->
                        versions.put(instant(status), status.path("version").asText()));
        return versions;
    }

    private static Instant instant(JsonNode status) {
        return status.has("effectiveAt")
                ? Instant.parse(status.path("effectiveAt").asText())
                : Instant.MIN;
    }

    /** Whether a version in the shadow has been compared with the one that scores. */
    boolean hasCompared(String version) throws IOException {
        return ofType("comparison")
                .anyMatch(status -> status.at("/shadow/version").asText().equals(version));
    }

    /** What was said of changes, but for the instant of its saying; what is said at once may be written in any order. */
    List<String> saidOfChanges() throws IOException {
        return ofType(CHANGE)
                .map(status -> {
                    assertThat(status.path("error").asText()).isEmpty();
                    return Stream.of(
                                    "changeId",
                                    "model",
                                    "status",
                                    "role",
                                    "version",
                                    "sha256",
                                    "location",
                                    "effectiveAt",
                                    "by",
                                    "reason",
                                    "note")
                            .map(field -> status.path(field).asText("-"))
                            .toList()
                            .toString();
                })
                .sorted()
                .toList();
    }

    /** What was said of models besides. */
    List<String> saidOtherwise() throws IOException {
        return statuses.soFar().stream()
                .filter(status -> !status.path("type").asText().equals(CHANGE))
                .map(JsonNode::toString)
                .sorted()
                .toList();
    }

    private Stream<JsonNode> ofType(String type) throws IOException {
        return statuses.soFar().stream()
                .filter(status -> status.path("type").asText().equals(type));
    }

    List<JsonNode> scores() throws IOException {
        return scores.soFar();
    }

    /** Alerts that a model has opened or resolved with a score. */
    List<JsonNode> alerts() throws IOException {
        List<JsonNode> ofModels = new ArrayList<>();
        for (JsonNode alert : alerts.soFar()) {
            if (alert.at("/evidence").has("prediction")) {
                ofModels.add(alert);
            }
        }
        return ofModels;
    }

    /** Whether a version of the model {@code churn} has, from an instant on, scored customers and opened an alert. */
    boolean hasAlerted(String version, Instant from) throws IOException {
        return scores().stream()
                        .anyMatch(score -> score.path("modelVersion").asText().equals(version)
                                && !Instant.parse(score.path("at").asText()).isBefore(from))
                && alerts().stream()
                        .anyMatch(alert -> alert.at("/evidence/prediction/version")
                                        .asText()
                                        .equals(version)
                                && alert.path("status").asText().equals("open")
                                && !Instant.parse(alert.path("at").asText()).isBefore(from));
    }

    @Override
    public void close() {
        sender.close();
    }
}
