package dev.latido.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latido.change.Change;
import dev.latido.model.artifact.Sha256;
import dev.latido.models.TestModel;
import dev.latido.models.TestModel.Stump;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.ModelChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The changes of models that a run goes through, and what must have come of each. All artifacts ask whether the customer is
 * unhappy; by what one answers one knows which it was.
 */
final class ModelPlan {

    private static final String CHURN = "churn";
    private static final String UPSELL = "upsell";

    /** Margins of the versions of {@code churn}; with the other sign of who is happy. */
    private static final Map<String, Double> MARGINS = Map.of("1", 2.0, "2", 3.0, "3", 4.0);

    /** What these are as probabilities. */
    private static final Map<String, Set<Double>> PROBABILITIES =
            Map.of("1", Set.of(0.8808, 0.1192), "2", Set.of(0.9526, 0.0474), "3", Set.of(0.982, 0.018));

    private static final double UPSELL_MARGIN = 1;
    private static final Set<Double> UPSELL_PROBABILITIES = Set.of(0.7311, 0.2689);

    final List<ModelChange> beforeAll;
    final ModelChange trial;
    final ModelChange promotion;
    final ModelChange third;
    final ModelChange rollback;

    private ModelPlan(ArtifactRef one, ArtifactRef two, ArtifactRef three, ArtifactRef upsell) {
        beforeAll = List.of(
                change(CHURN, one, null, null, "to begin with"), change(UPSELL, upsell, null, null, "to begin with"));
        trial = change(CHURN, one, two, null, "on trial");
        promotion = change(CHURN, two, null, one, "found to be good");
        third = change(CHURN, three, null, two, "thought to be better");
        rollback = change(CHURN, two, null, three, "was not");
    }

    /** Writes the artifacts to a directory. */
    static ModelPlan in(Path directory) throws IOException {
        return new ModelPlan(churn(directory, "1"), churn(directory, "2"), churn(directory, "3"), upsell(directory));
    }

    private static ArtifactRef churn(Path directory, String version) throws IOException {
        return artifact(directory.resolve("churn-" + version), CHURN, version, MARGINS.getOrDefault(version, 0.0));
    }

    private static ArtifactRef upsell(Path directory) throws IOException {
        return artifact(directory.resolve("upsell-1"), UPSELL, "1", UPSELL_MARGIN);
    }

    private static ArtifactRef artifact(Path directory, String model, String version, double margin)
            throws IOException {
        String location =
                TestModel.write(directory, model, version, new Stump("satisfaction", "float", 5, margin, -margin));
        return new ArtifactRef(location, Sha256.of(Files.readAllBytes(directory.resolve("artifact.yaml"))));
    }

    private static ModelChange change(
            String model,
            ArtifactRef active,
            @Nullable ArtifactRef shadow,
            @Nullable ArtifactRef previous,
            String reason) {
        return new ModelChange(model, active, shadow, previous, "ada", reason, Change.AT_ONCE);
    }

    /** The changes after the beginning, in their order, with the instants that they had in a run. */
    List<ModelChange> asIn(RunModels run) throws IOException {
        return List.of(at(trial, run), at(promotion, run), at(third, run), at(rollback, run));
    }

    private static ModelChange at(ModelChange change, RunModels run) throws IOException {
        return new ModelChange(
                change.model(),
                change.active(),
                change.shadow(),
                change.previous(),
                change.by(),
                change.reason(),
                run.effectiveAt(change).toEpochMilli());
    }

    /** Whatever was scored after the onboarding was scored by the one version in force at its instant, and by that alone. */
    void assertThatEachScoreIsOfTheVersionInForce(RunModels run) throws IOException {
        NavigableMap<Instant, String> versions = run.versions(CHURN);
        assertThat(versions.values()).containsExactly("1", "2", "3", "2");
        Map<Instant, String> found = new TreeMap<>();
        for (JsonNode score : run.scores()) {
            Instant at = Instant.parse(score.path("at").asText());
            if (EndlessFeed.isPastOnboarding(score.path("customerId").asText(), at)) {
                Map.Entry<Instant, String> inForce = versions.floorEntry(at);
                assertScore(score, inForce.getValue());
                found.putIfAbsent(inForce.getKey(), inForce.getValue());
            }
        }
        assertThat(found).as("there are scores of each").isEqualTo(versions);
    }

    private static void assertScore(JsonNode score, String version) {
        double probability = score.path("churnProbability").asDouble();
        assertThat(score.path("modelVersion").asText()).as(score.toString()).isEqualTo(version);
        assertThat(PROBABILITIES.get(version)).as(score.toString()).contains(probability);
        assertThat(score.path("predictions")).as(score.toString()).hasSize(2);
        JsonNode churn = score.path("predictions").path(0);
        assertThat(churn.path("model").asText()).isEqualTo(CHURN);
        assertThat(churn.path("version").asText()).isEqualTo(version);
        assertThat(churn.path("value").asDouble()).isEqualTo(probability);
        JsonNode upsell = score.path("predictions").path(1);
        assertThat(upsell.path("model").asText()).isEqualTo(UPSELL);
        assertThat(UPSELL_PROBABILITIES).contains(upsell.path("value").asDouble());
        assertThat(upsell.path("value").asDouble() > 0.5)
                .as("both read the same row")
                .isEqualTo(probability > 0.5);
    }

    /** An alert's score, margin and factors are of one version too. */
    void assertThatEachAlertIsOfTheVersionInForce(RunModels run) throws IOException {
        NavigableMap<Instant, String> versions = run.versions(CHURN);
        Map<Instant, String> opened = new TreeMap<>();
        for (JsonNode alert : run.alerts()) {
            Map.Entry<Instant, String> inForce =
                    versions.floorEntry(Instant.parse(alert.path("at").asText()));
            String version = inForce.getValue();
            JsonNode said = alert.at("/evidence/prediction");
            double margin = said.path("margin").asDouble();
            assertThat(said.path("model").asText()).isEqualTo(CHURN);
            assertThat(said.path("version").asText()).as(alert.toString()).isEqualTo(version);
            assertThat(PROBABILITIES.get(version))
                    .contains(said.path("probability").asDouble());
            assertThat(Math.abs(margin)).isEqualTo(MARGINS.get(version));
            assertThat(said.at("/factors/0/contribution").asDouble()).isEqualTo(margin);
            if (alert.path("status").asText().equals("open")) {
                opened.putIfAbsent(inForce.getKey(), version);
            }
        }
        assertThat(opened).as("there are alerts by each").isEqualTo(versions);
    }
}
