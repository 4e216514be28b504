package dev.latido.scoring;

import static dev.latido.testing.Artifacts.content;
import static dev.latido.testing.ModelChanges.announce;
import static dev.latido.testing.ModelChanges.effective;
import static dev.latido.testing.ModelChanges.remove;
import static dev.latido.testing.ModelChanges.shadow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.model.scorer.ScorerChoice;
import org.junit.jupiter.api.Test;

class ModelSetsTest {

    private final ModelSets sets = new ModelSets(ScorerChoice.FOREST, (sha256, reason) -> {});

    @Test
    void everyInstantHasOneSet() {
        sets.take(content("churn", "1"));
        sets.take(effective(1, 100, announce("churn", "1")), 0);
        sets.take(content("churn", "2"));
        sets.take(effective(2, 200, shadow("churn", "1", "2")), 0);
        sets.take(effective(3, 300, remove("churn")), 0);

        assertThat(sets.at(99)).isSameAs(ModelSet.NONE);
        assertThat(versions(100)).isEqualTo("churn 1");
        assertThat(versions(200)).isEqualTo("churn 1 beside 2");
        assertThat(sets.at(300)).isSameAs(ModelSet.NONE);
        assertThat(versions(199)).isEqualTo("churn 1");
    }

    @Test
    void theSetOfAPeriodIsTheSame() {
        sets.take(content("churn", "1"));
        sets.take(effective(1, 100, announce("churn", "1")), 0);

        assertThat(sets.at(100)).isSameAs(sets.at(5000));
    }

    @Test
    void anArtifactIsReadOnceForAllPeriods() {
        sets.take(content("churn", "1"));
        sets.take(effective(1, 100, announce("churn", "1")), 0);
        ModelSet before = sets.at(100);
        sets.take(content("churn", "1"));
        sets.take(content("ltv", "1"));
        sets.take(effective(2, 200, announce("ltv", "1")), 150);

        assertThat(sets.at(200).models()).hasSize(2);
        assertThat(sets.at(200).models().get(0).active())
                .isSameAs(before.models().get(0).active());
    }

    @Test
    void anArtifactThatMayStillScoreIsKept() {
        sets.take(content("churn", "1"));
        sets.take(effective(1, 100, announce("churn", "1")), 0);
        sets.take(content("churn", "2"));
        sets.take(effective(2, 200, announce("churn", "2")), 150);

        assertThat(versions(199)).isEqualTo("churn 1");
    }

    /** The control stage sends an artifact again that had ceased to score before a change was accepted, and only then. */
    @Test
    void anArtifactIsForgottenOnlyWhereTheControlStageKnows() {
        sets.take(content("churn", "1"));
        sets.take(effective(1, 100, announce("churn", "1")), 0);
        sets.take(content("churn", "2"));
        sets.take(effective(2, 199, 200, announce("churn", "2")), 150);
        sets.take(effective(3, 199, 500, announce("churn", "1")), 10_000);

        assertThat(versions(500)).isEqualTo("churn 1");
    }

    @Test
    void whatHasNotComeIsMissedAtOnce() {
        sets.take(effective(1, 100, announce("churn", "1")), 0);

        assertThatThrownBy(() -> sets.at(100)).hasMessage("an artifact that is in force has not come");
    }

    private String versions(long instant) {
        StringBuilder versions = new StringBuilder();
        for (ScoringModel model : sets.at(instant).models()) {
            versions.append(model.name())
                    .append(' ')
                    .append(model.active().manifest().version());
            model.shadow()
                    .ifPresent(shadow ->
                            versions.append(" beside ").append(shadow.manifest().version()));
        }
        return versions.toString();
    }
}
