package dev.latido.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.ModelChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromotionGateTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ModelChange MODEL =
            new ModelChange("churn", ref("a"), ref("b"), null, "ada", "", ModelChange.AT_ONCE);

    @Test
    void withoutLimitsNothingNeedsToBeKnown() {
        assertThatCode(() -> new PromotionGate(null, null).require(MODEL, said()))
                .doesNotThrowAnyException();
    }

    @Test
    void theLatestComparisonOfTheTwoArtifactsCounts() {
        SaidOfModels said = said(
                comparison("churn", "a", "b", 10, "0.9"),
                comparison("churn", "a", "b", 1000, "0.1"),
                comparison("churn", "a", "c", 5, "0.9"),
                comparison("ltv", "a", "b", 5, "0.9"),
                "{'type':'drift','model':'churn','rows':5,'psi':0.9}");

        assertThatCode(() -> new PromotionGate(1000L, 0.1).require(MODEL, said)).doesNotThrowAnyException();
    }

    @Test
    void tooFewRowsOrTooMuchDifferenceStopIt() {
        SaidOfModels said = said(comparison("churn", "a", "b", 999, "0.26"));

        assertThat(refusal(new PromotionGate(1000L, null), said))
                .isEqualTo("The shadow of model churn has been compared on 999 scores; --min-rows asks for 1000.");
        assertThat(refusal(new PromotionGate(null, 0.25), said))
                .isEqualTo("The scores of model churn and its shadow differ by a PSI of 0.260; --max-psi allows 0.25.");
    }

    @Test
    void whatIsNotKnownStopsItToo() {
        assertThat(refusal(new PromotionGate(1L, null), said(comparison("churn", "b", "a", 999, "0.1"))))
                .startsWith("Nothing has been said yet of how the shadow of model churn compares");
        assertThat(refusal(new PromotionGate(null, 0.25), said(comparison("churn", "a", "b", 999, "null"))))
                .isEqualTo("The PSI of model churn and its shadow is not known; --max-psi asks for it.");
    }

    @Test
    void ofEverySortTheLatestIsFound() {
        SaidOfModels said = said(
                change("churn", "active", "1"),
                change("churn", "shadow", "2"),
                comparison("churn", "a", "b", 1, "0.1"),
                change("churn", "active", "3"),
                change("ltv", "active", "4"),
                comparison("churn", "a", "b", 2, "0.1"));

        assertThat(said.latest().changes())
                .extracting(change -> change.path("version").asText())
                .containsExactly("2", "3", "4");
        assertThat(said.latest().findings())
                .extracting(finding -> finding.path("rows").asInt())
                .containsExactly(2);
        assertThat(said.of("ltv").records()).hasSize(1);
        assertThat(said.version(ref("3"))).contains("3");
        assertThat(said.version(ref("9"))).isEmpty();
        assertThat(said.version(null)).isEmpty();
    }

    private static String refusal(PromotionGate gate, SaidOfModels said) {
        List<String> sentences = new ArrayList<>();
        assertThatThrownBy(() -> gate.require(MODEL, said))
                .isInstanceOfSatisfying(
                        UnusableModelChangeException.class,
                        refused -> sentences.add(String.valueOf(refused.getMessage())));
        return sentences.get(0);
    }

    private static String comparison(String model, String active, String shadow, int rows, String psi) {
        return "{'type':'comparison','model':'" + model + "','active':{'sha256':'" + active + "'},'shadow':{'sha256':'"
                + shadow + "'},'rows':" + rows + ",'psi':" + psi + "}";
    }

    private static String change(String model, String role, String version) {
        return "{'type':'change','model':'" + model + "','role':'" + role + "','version':'" + version + "','sha256':'"
                + version + "'}";
    }

    private static SaidOfModels said(String... records) {
        List<JsonNode> said = new ArrayList<>();
        for (String record : records) {
            said.add(read(record));
        }
        return new SaidOfModels(said);
    }

    private static JsonNode read(String record) {
        try {
            return JSON.readTree(record.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(record, e);
        }
    }

    private static ArtifactRef ref(String sha256) {
        return new ArtifactRef("/models/" + sha256, sha256);
    }
}
