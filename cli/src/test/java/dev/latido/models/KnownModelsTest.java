package dev.latido.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latido.change.ChangeKind;
import dev.latido.change.Request;
import dev.latido.change.Unusable;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import dev.latido.control.FoundArtifact;
import dev.latido.control.ModelChangeDecoder;
import dev.latido.job.ChangeTopic;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.ModelChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownModelsTest {

    private static final Wish WISH = new Wish("ada", "why", ModelChange.AT_ONCE);

    private static final SaidOfModels NOTHING = new SaidOfModels(List.of());

    private final KnownModels known = new KnownModels(
            new ChangeTopic(
                    List.of(
                            new Unusable(ChangeKind.MODEL, "broken", "eve", "", "by is missing."),
                            statement("churn", ref(2), ref(3), ref(1)),
                            statement("ltv", ref(5), null, null)),
                    Map.of()),
            NOTHING);

    @Test
    void aFirstArtifactHasNothingBeforeIt() {
        assertThat(known.announce(found("upsell", 1), WISH)).isEqualTo(statement("upsell", ref(1), null, null));
        assertThat(known.announce(found("broken", 1), WISH)).isEqualTo(statement("broken", ref(1), null, null));
    }

    @Test
    void anArtifactThatIsAnnouncedReplacesTheActiveOne() {
        assertThat(known.announce(found("churn", 4), WISH)).isEqualTo(statement("churn", ref(4), ref(3), ref(2)));
    }

    @Test
    void theSameArtifactAgainLeavesWhatThereWasBefore() {
        assertThat(known.announce(found("churn", 2), WISH)).isEqualTo(statement("churn", ref(2), ref(3), ref(1)));
    }

    @Test
    void theShadowThatIsAnnouncedIsNoShadowAnyMore() {
        assertThat(known.announce(found("churn", 3), WISH)).isEqualTo(statement("churn", ref(3), null, ref(2)));
    }

    @Test
    void aShadowIsPutBesideTheActiveOne() throws Exception {
        assertThat(known.shadow(found("ltv", 6), WISH)).isEqualTo(statement("ltv", ref(5), ref(6), null));
        assertThatThrownBy(() -> known.shadow(found("ltv", 5), WISH))
                .isInstanceOf(UnusableModelChangeException.class)
                .hasMessage("Version 5 is the active artifact of model ltv.");
        assertThatThrownBy(() -> known.shadow(found("upsell", 1), WISH))
                .hasMessage("There is no model upsell to try it beside; `latido model announce` brings a first one.");
    }

    @Test
    void promotionMakesTheShadowActiveAndTheActiveOnePrevious() throws Exception {
        assertThat(known.promote("churn", WISH)).isEqualTo(statement("churn", ref(3), null, ref(2)));
        assertThatThrownBy(() -> known.promote("ltv", WISH))
                .hasMessage("Model ltv has no artifact in the shadow to promote.");
    }

    @Test
    void rollbackMakesThePreviousOneActiveAndCanBeUndone() throws Exception {
        ModelChange back = known.rollback("churn", WISH);

        assertThat(back).isEqualTo(statement("churn", ref(1), ref(3), ref(2)));
        KnownModels after = new KnownModels(new ChangeTopic(List.of(back), Map.of()), NOTHING);
        assertThat(after.rollback("churn", WISH)).isEqualTo(statement("churn", ref(2), ref(3), ref(1)));
        assertThatThrownBy(() -> known.rollback("ltv", WISH))
                .hasMessage("Model ltv has no earlier artifact to go back to.");
    }

    @Test
    void aModelOrItsShadowIsRemoved() throws Exception {
        assertThat(known.remove("churn", WISH)).isEqualTo(statement("churn", null, null, null));
        assertThat(known.remove("broken", WISH)).isEqualTo(statement("broken", null, null, null));
        assertThat(known.removeShadow("churn", WISH)).isEqualTo(statement("churn", ref(2), null, ref(1)));
        assertThatThrownBy(() -> known.removeShadow("ltv", WISH))
                .hasMessage("Model ltv has no artifact in the shadow.");
    }

    @Test
    void aModelThatIsNotThereCannotBeChanged() {
        String sentence = "There is no model upsell; `latido model list` shows those there are.";

        assertThatThrownBy(() -> known.promote("upsell", WISH)).hasMessage(sentence);
        assertThatThrownBy(() -> known.rollback("upsell", WISH)).hasMessage(sentence);
        assertThatThrownBy(() -> known.remove("upsell", WISH)).hasMessage(sentence);
        assertThatThrownBy(() -> known.promote("broken", WISH))
                .hasMessage("There is no model broken; `latido model list` shows those there are.");
    }

    @Test
    void whatTheJobHasRefusedIsNotWhatThereIs() throws Exception {
        KnownModels refused = new KnownModels(
                new ChangeTopic(List.of(statement("churn", ref(9), null, ref(2))), Map.of()),
                new SaidOfModels(List.of(
                        status("accepted", "active", ref(1), 1),
                        status("accepted", "active", ref(2), 2),
                        status("accepted", "shadow", ref(3), 3),
                        status("refused", "active", ref(9), null))));

        assertThat(refused.rollback("churn", WISH)).isEqualTo(statement("churn", ref(1), ref(3), ref(2)));
        assertThat(refused.shadow(found("churn", 4), WISH)).isEqualTo(statement("churn", ref(2), ref(4), ref(1)));
        assertThat(refused.promote("churn", WISH)).isEqualTo(statement("churn", ref(3), null, ref(2)));
    }

    @Test
    void aFirstArtifactThatWasRefusedIsNoModel() {
        KnownModels refused = new KnownModels(
                new ChangeTopic(List.of(statement("churn", ref(9), null, null)), Map.of()),
                new SaidOfModels(List.of(status("refused", "active", ref(9), null))));

        assertThat(refused.announce(found("churn", 1), WISH)).isEqualTo(statement("churn", ref(1), null, null));
        assertThatThrownBy(() -> refused.shadow(found("churn", 4), WISH))
                .hasMessageStartingWith("There is no model churn to try it beside");
    }

    private static JsonNode status(String status, String role, ArtifactRef artifact, @Nullable Integer changeId) {
        return new ObjectMapper()
                .createObjectNode()
                .put("type", "change")
                .put("model", "churn")
                .put("status", status)
                .put("role", role)
                .put("location", artifact.location())
                .put("sha256", artifact.sha256())
                .put("changeId", changeId);
    }

    @Test
    void whatIsSentIsWhatTheJobReads() throws Exception {
        Origin origin = new Origin("m", "m", 0, 0);
        for (ModelChange change : List.of(
                statement("churn", ref(1), ref(2), ref(3)),
                new ModelChange("churn", null, null, null, "zoë", "why", 1_735_732_800_000L))) {
            List<Decoded<Request>> decoded = new ArrayList<>();
            new ModelChangeDecoder().decode(ModelSender.json(change), origin, 0, decoded::add);

            assertThat(decoded).containsExactly(new Decoded.Event<>(origin, change, 0));
            assertThat(new String(ModelSender.json(change), UTF_8))
                    .startsWith("{\"schemaVersion\":1,\"model\":\"churn\",\"active\":");
        }
    }

    private static FoundArtifact found(String model, int version) {
        return new FoundArtifact(model, Integer.toString(version), ref(version));
    }

    private static ModelChange statement(
            String model, @Nullable ArtifactRef active, @Nullable ArtifactRef shadow, @Nullable ArtifactRef previous) {
        return new ModelChange(model, active, shadow, previous, WISH.by(), WISH.reason(), WISH.effectiveAt());
    }

    private static ArtifactRef ref(int version) {
        return new ArtifactRef("/models/" + version, Integer.toString(version).repeat(64));
    }
}
