package dev.latido.scoring;

import static dev.latido.testing.Artifacts.ref;
import static dev.latido.testing.ModelChanges.announce;
import static dev.latido.testing.ModelChanges.effective;
import static dev.latido.testing.ModelChanges.remove;
import static dev.latido.testing.ModelChanges.replace;
import static dev.latido.testing.ModelChanges.shadow;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelBookTest {

    private final ModelBook book = ModelBook.of(ModelHistory.EMPTY);

    @Test
    void aChangeHoldsFromItsInstantUntilTheNext() {
        book.add(effective(1, 100, announce("churn", "1")));
        book.add(effective(2, 200, announce("churn", "2")));

        assertThat(book.inForce(99).models()).isEmpty();
        assertThat(book.inForce(100).models()).containsExactly(announce("churn", "1"));
        assertThat(book.inForce(199).until()).isEqualTo(200);
        assertThat(book.inForce(200).models()).containsExactly(announce("churn", "2"));
        assertThat(book.inForce(200).from()).isEqualTo(200);
    }

    @Test
    void modelsDoNotKnowEachOther() {
        book.add(effective(1, 100, announce("upsell", "1")));
        book.add(effective(2, 200, announce("churn", "1")));
        book.add(effective(3, 300, remove("upsell")));

        assertThat(book.inForce(250).models()).extracting(ModelChange::model).containsExactly("churn", "upsell");
        assertThat(book.inForce(300).models()).extracting(ModelChange::model).containsExactly("churn");
    }

    @Test
    void aChangeWithdrawsThoseOfItsModelThatWereToComeLater() {
        book.add(effective(1, 50, 300, announce("churn", "1")));
        book.add(effective(2, 50, 300, announce("ltv", "1")));

        assertThat(book.add(effective(3, 100, announce("churn", "2"))))
                .extracting(EffectiveModel::changeId)
                .containsExactly(1L);
        assertThat(book.inForce(300).models()).containsExactly(announce("churn", "2"), announce("ltv", "1"));
    }

    @Test
    void aChangeThatComesAgainIsNoOther() {
        book.add(effective(1, 100, announce("churn", "1")));

        assertThat(book.add(effective(1, 100, announce("churn", "1")))).isEmpty();
        assertThat(book.history().changes()).hasSize(1);
    }

    @Test
    void whatIsOverIsForgottenAndWhatHoldsStays() {
        book.add(effective(1, 100, announce("churn", "1")));
        book.add(effective(2, 200, announce("churn", "2")));
        book.add(effective(3, 200, announce("gone", "1")));
        book.add(effective(4, 210, remove("gone")));
        book.add(effective(5, 50, 500, announce("churn", "3")));

        book.forgetUntil(250);

        assertThat(book.history().changes())
                .extracting(EffectiveModel::changeId)
                .containsExactly(2L, 5L);
        assertThat(book.inForce(250).models()).containsExactly(announce("churn", "2"));
        assertThat(book.lastChangeId()).isEqualTo(5);
    }

    @Test
    void artifactsAreThoseThatScoreAtTheInstantOrLater() {
        book.add(effective(1, 100, announce("churn", "1")));
        book.add(effective(2, 200, shadow("churn", "2", "3")));
        book.add(effective(3, 300, replace("churn", "3", "2")));

        assertThat(book.artifactsFrom(150)).containsExactlyInAnyOrder(sha("1"), sha("2"), sha("3"));
        assertThat(book.artifactsFrom(200)).containsExactlyInAnyOrder(sha("2"), sha("3"));
        assertThat(book.artifactsFrom(300)).containsExactly(sha("3"));
    }

    @Test
    void aBookIsItsHistory() {
        book.add(effective(1, 100, announce("churn", "1")));
        book.add(effective(2, 50, 300, announce("churn", "2")));
        ModelBook other = ModelBook.of(book.history());

        assertThat(other.history()).isEqualTo(book.history());
        assertThat(other.add(effective(2, 300, announce("churn", "4")))).isEmpty();
        assertThat(other.pendingAt(100)).isEqualTo(1);
    }

    private static String sha(String version) {
        return ref("churn", version).sha256();
    }
}
