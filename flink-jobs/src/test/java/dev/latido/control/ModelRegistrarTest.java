package dev.latido.control;

import static dev.latido.testing.Artifacts.content;
import static dev.latido.testing.Artifacts.ref;
import static dev.latido.testing.ModelChanges.announce;
import static dev.latido.testing.ModelChanges.change;
import static dev.latido.testing.ModelChanges.loaded;
import static dev.latido.testing.ModelChanges.remove;
import static dev.latido.testing.ModelChanges.replace;
import static dev.latido.testing.ModelChanges.shadow;
import static dev.latido.testing.ModelChanges.unloadable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latido.change.Change;
import dev.latido.change.ChangeKind;
import dev.latido.change.ControlMessage;
import dev.latido.change.Request;
import dev.latido.change.Unusable;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.EffectiveModel;
import dev.latido.scoring.LoadedChange;
import dev.latido.scoring.ModelBook;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.ModelContent;
import dev.latido.scoring.ModelHistory;
import dev.latido.scoring.ModelStatus;
import dev.latido.scoring.Role;
import dev.latido.scoring.Unloadable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelRegistrarTest {

    private static final long NOW = 1_735_732_800_000L;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private ModelRegistrar registrar = new ModelRegistrar(ModelBook.of(ModelHistory.EMPTY), List.of());

    @Test
    void anAcceptedChangeIsStampedSentAfterItsArtifactAndPublished() {
        Decision<ModelStatus> decision = decide(announce("churn", "1"));

        assertThat(decision.passedOn())
                .containsExactly(content("churn", "1"), new EffectiveModel(1, NOW, NOW + 1, announce("churn", "1")));
        assertThat(decision.statuses())
                .containsExactly(new ModelStatus(
                        1,
                        "change",
                        "churn",
                        "accepted",
                        "active",
                        "1",
                        ref("churn", "1").sha256(),
                        "/models/churn/1",
                        1L,
                        Instant.ofEpochMilli(NOW + 1),
                        Instant.ofEpochMilli(NOW),
                        "ada",
                        "a test",
                        null,
                        null));
    }

    @Test
    void anArtifactThatScoresIsNotSentAgain() {
        decide(announce("churn", "1"));

        assertThat(decide(announce("churn", "1")).passedOn()).hasOnlyElementsOfType(EffectiveModel.class);
        assertThat(decide(shadow("churn", "1", "2")).passedOn())
                .extracting(ControlMessage::getClass)
                .containsExactly(ModelContent.class, EffectiveModel.class);
        assertThat(decide(replace("churn", "2", "1")).passedOn()).hasOnlyElementsOfType(EffectiveModel.class);
    }

    @Test
    void anArtifactThatHasCeasedToScoreIsSentAgain() {
        decide(announce("churn", "1"));
        registrar.decide(loaded(replace("churn", "2", "1")), NOW + 10);

        assertThat(registrar
                        .decide(loaded(replace("churn", "1", "2")), NOW + 20)
                        .passedOn())
                .contains(content("churn", "1"));
    }

    @Test
    void thereIsAStatusForEachRoleThatChanges() {
        assertThat(said(announce("churn", "1"))).containsExactly("accepted active 1");
        assertThat(said(shadow("churn", "1", "2"))).containsExactly("accepted shadow 2");
        assertThat(said(shadow("churn", "3", "2"))).containsExactly("accepted active 3");
        assertThat(said(shadow("churn", "4", "5"))).containsExactly("accepted active 4", "accepted shadow 5");
        assertThat(said(replace("churn", "5", "4"))).as("promoted").containsExactly("accepted active 5");
        assertThat(said(announce("churn", "5"))).as("as it was").containsExactly("accepted active 5");
        assertThat(said(shadow("churn", "5", "6"))).containsExactly("accepted shadow 6");
        assertThat(said(announce("churn", "5"))).containsExactly("removed shadow null");
        assertThat(said(remove("churn"))).containsExactly("removed active null");
    }

    @Test
    void anArtifactThatCannotBeUsedIsRefusedAndTheOneBeforeStays() {
        decide(announce("churn", "1"));
        Decision<ModelStatus> decision = registrar.decide(unloadable(announce("churn", "2"), "It is broken."), NOW);

        assertThat(decision.accepted()).isFalse();
        assertThat(decision.passedOn()).isEmpty();
        assertThat(decision.statuses())
                .extracting(ModelStatus::status, ModelStatus::role, ModelStatus::error, ModelStatus::sha256)
                .containsExactly(tuple(
                        "refused", "active", "It is broken.", ref("churn", "2").sha256()));
        assertThat(inForce("churn")).isEqualTo(announce("churn", "1"));
    }

    @Test
    void aBadShadowIsToBlameItself() {
        LoadedChange whole = loaded(shadow("churn", "1", "2"));
        LoadedChange halfBad = new LoadedChange(whole.change(), whole.active(), new Unloadable("It is broken."));

        assertThat(registrar.decide(halfBad, NOW).statuses())
                .extracting(ModelStatus::role, ModelStatus::version)
                .containsExactly(tuple("shadow", null));
    }

    @Test
    void oneCanGoBackToWhatIsNotThereAnyMore() {
        decide(announce("churn", "1"));
        decide(replace("churn", "2", "1"));
        registrar.decide(loaded(replace("churn", "2", "1")), NOW + 10 * DAY);

        Decision<ModelStatus> back =
                registrar.decide(unloadable(replace("churn", "1", "2"), "It is not there."), NOW + 20 * DAY);

        assertThat(back.passedOn()).contains(content("churn", "1"));
        assertThat(back.statuses())
                .extracting(ModelStatus::status, ModelStatus::version, ModelStatus::note)
                .containsExactly(tuple("accepted", "1", "What was read of it earlier is used: It is not there."));
    }

    @Test
    void oneCanGoBackToWhatHasBeenReplacedInItsPlace() {
        decide(announce("churn", "1"));
        decide(replace("churn", "2", "1"));

        Decision<ModelStatus> back = registrar.decide(unloadable(replace("churn", "1", "2"), "It was changed."), NOW);

        assertThat(back.statuses()).extracting(ModelStatus::status).containsExactly("accepted");
    }

    @Test
    void whatWasReadElsewhereOrOfAnotherModelDoesNotCount() {
        decide(announce("churn", "1"));
        ModelChange elsewhere = change(
                "churn", new ArtifactRef("/other/place", ref("churn", "1").sha256()), null, null, Change.AT_ONCE);
        ModelChange ofAnother = change("ltv", ref("churn", "1"), null, null, Change.AT_ONCE);

        for (ModelChange change : List.of(elsewhere, ofAnother)) {
            assertThat(registrar
                            .decide(unloadable(change, "It is not there."), NOW)
                            .accepted())
                    .isFalse();
        }
    }

    @Test
    void whatIsGoneBackToIsWhatWasInForceAndNotWhatWasRefused() {
        decide(announce("churn", "1"));
        registrar.decide(unloadable(replace("churn", "2", "1"), "It is broken."), NOW);
        decide(replace("churn", "3", "2"));

        assertThat(inForce("churn")).isEqualTo(replace("churn", "3", "1"));
    }

    @Test
    void modelsThatAreToComeCountTowardsTheMost() {
        for (int model = 0; model < ModelRegistrar.MOST_MODELS - 1; model++) {
            decide(announce("model-" + model, "1"));
        }
        decide(announce("later", "1", NOW + DAY));

        assertThat(decide(announce("now", "1")).statuses())
                .extracting(ModelStatus::error)
                .containsExactly("There are 8 models, which is the most allowed.");
    }

    @Test
    void whatIsOverIsForgottenWithItsContent() {
        decide(announce("churn", "1"));
        registrar.decide(loaded(announce("churn", "2")), NOW + DAY);
        assertThat(registrar.contents()).hasSize(2);

        registrar.decide(loaded(announce("churn", "3")), NOW + 2 * DAY);
        registrar.decide(loaded(announce("churn", "3")), NOW + 3 * DAY);

        assertThat(registrar.contents())
                .as("what scores, and what can be gone back to")
                .containsExactlyInAnyOrder(content("churn", "2"), content("churn", "3"));
        assertThat(registrar.history().changes()).hasSize(2);
    }

    @Test
    void aLaterChangeWithdrawsOneThatWaits() {
        decide(announce("churn", "1"));
        decide(announce("churn", "2", NOW + DAY));

        List<ModelStatus> statuses = decide(announce("churn", "3")).statuses();

        assertThat(statuses).extracting(ModelStatus::status).containsExactly("accepted", "withdrawn");
        assertThat(statuses.get(1).version()).isEqualTo("2");
        assertThat(statuses.get(1).error())
                .isEqualTo("Change 2 of this model never takes effect, since change 3 came before its time.");
    }

    @Test
    void anEarlierTimeThanPossibleIsToldInTheStatus() {
        assertThat(decide(announce("churn", "1", NOW - 1000)).statuses())
                .extracting(ModelStatus::note)
                .containsExactly("It was to hold from 2025-01-01T11:59:59Z on, which has passed; it holds from as soon"
                        + " as can be.");
    }

    @Test
    void beforeAllEventsChangesHoldFromTheBeginning() {
        List<ModelStatus> statuses =
                registrar.decide(loaded(announce("churn", "1")), Long.MIN_VALUE).statuses();

        assertThat(statuses.get(0).effectiveAt()).isNull();
        assertThat(statuses.get(0).at()).isNull();
    }

    @Test
    void theRecordWithoutAValueAfterARemovalSaysNothing() {
        ModelChange tombstone = ModelChange.removal("churn", Change.UNKNOWN, "", Change.AT_ONCE);
        assertThat(decide(tombstone).statuses()).isEmpty();

        decide(announce("churn", "1"));

        assertThat(said(tombstone)).containsExactly("removed active null");
    }

    @Test
    void whatIsNotThereCannotBeRemoved() {
        assertThat(decide(remove("churn")).statuses())
                .extracting(ModelStatus::error)
                .containsExactly("There is no model churn to remove.");
    }

    @Test
    void thereAreAtMost8ModelsAnd100ChangesThatWait() {
        for (int i = 0; i < ModelRegistrar.MOST_MODELS; i++) {
            decide(announce("m" + i, "1"));
        }
        assertThat(error(announce("one-more", "1"))).isEqualTo("There are 8 models, which is the most allowed.");

        for (int i = 0; i < ModelRegistrar.MOST_PENDING; i++) {
            decide(announce("m1", "1", NOW + 1000 + i));
        }
        assertThat(error(announce("m2", "2")))
                .isEqualTo("100 changes have yet to take effect, which is the most allowed.");
    }

    @Test
    void theContentOfAllModelsIsBounded() {
        for (int i = 0; i < 8; i++) {
            assertThat(registrar.decide(large("m" + i, 32), NOW).accepted()).isTrue();
        }

        assertThat(registrar.decide(large("m0", 33), NOW).statuses())
                .extracting(ModelStatus::error)
                .containsExactly("With these artifacts, those of all models would take 289 MiB; at most 256 MiB are"
                        + " allowed.");
        assertThat(registrar.decide(large("m0", 31), NOW + 2).accepted())
                .as("what is replaced is kept until it is over")
                .isFalse();
    }

    @Test
    void whatCannotBeUsedIsRefusedWithItsReason() {
        ModelStatus status = registrar
                .decide(new Unusable(ChangeKind.MODEL, "churn", "", "", "by is missing."), NOW)
                .statuses()
                .get(0);

        assertThat(List.of(status.status(), status.by(), String.valueOf(status.error())))
                .containsExactly("refused", "unknown", "by is missing.");
    }

    @Test
    void anotherRegistrarSendsAllThatHoldsOrWaitsAgain() {
        decide(announce("churn", "1"));
        decide(replace("churn", "2", "1"));
        decide(announce("churn", "3", NOW + DAY));
        restart();

        Decision<ModelStatus> again = registrar.resume(NOW);

        assertThat(again.passedOn())
                .containsExactly(
                        content("churn", "1"),
                        new EffectiveModel(1, NOW, NOW + 1, announce("churn", "1")),
                        content("churn", "2"),
                        new EffectiveModel(2, NOW, NOW + 1, replace("churn", "2", "1")),
                        content("churn", "3"),
                        new EffectiveModel(
                                3,
                                NOW,
                                NOW + DAY,
                                announce("churn", "3", NOW + DAY).withPrevious(ref("churn", "2"))));
        assertThat(again.statuses()).isEmpty();
        assertThat(again.accepted()).isFalse();
        assertThat(decide(announce("churn", "3")).passedOn())
                .as("sent already")
                .hasOnlyElementsOfType(EffectiveModel.class);
    }

    @Test
    void whatAnotherProgramAcceptedAndThisOneCannotUseIsDropped() {
        decide(announce("churn", "1"));
        decide(announce("ltv", "1"));
        ModelContent broken =
                new ModelContent(ref("churn", "1").sha256(), "1", Map.of("artifact.yaml", new byte[] {1}));
        registrar = new ModelRegistrar(ModelBook.of(registrar.history()), List.of(broken, content("ltv", "1")));

        Decision<ModelStatus> again = registrar.resume(NOW);

        assertThat(again.passedOn()).hasSize(2).contains(content("ltv", "1"));
        assertThat(again.statuses())
                .extracting(ModelStatus::status, ModelStatus::model)
                .containsExactly(tuple("refused", "churn"));
        assertThat(again.statuses().get(0).error())
                .startsWith("An artifact that was accepted earlier cannot be used any more: ");
    }

    private void restart() {
        registrar = new ModelRegistrar(ModelBook.of(registrar.history()), registrar.contents());
    }

    private static LoadedChange large(String model, int mebibytes) {
        ModelChange change = announce(model, "of-" + mebibytes);
        return new LoadedChange(
                change,
                new ModelContent(
                        change.artifact(Role.ACTIVE).orElseThrow().sha256(),
                        "1",
                        Map.of("model.json", new byte[mebibytes << 20])),
                null);
    }

    private Decision<ModelStatus> decide(ModelChange change) {
        Request request = loaded(change);
        return registrar.decide(request, NOW);
    }

    private List<String> said(ModelChange change) {
        return decide(change).statuses().stream()
                .map(status -> status.status() + ' ' + status.role() + ' ' + status.version())
                .toList();
    }

    private String error(ModelChange change) {
        return String.valueOf(decide(change).statuses().get(0).error());
    }

    private ModelChange inForce(String model) {
        return ModelBook.of(registrar.history()).inForce(NOW + 1).model(model).orElseThrow();
    }
}
