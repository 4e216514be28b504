package dev.latido.rule;

import static dev.latido.testing.RuleChanges.apply;
import static dev.latido.testing.RuleChanges.change;
import static dev.latido.testing.RuleChanges.effective;
import static dev.latido.testing.RuleChanges.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latido.rule.RuleChange.Action;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    private final RuleBook book = RuleBook.of(RuleHistory.EMPTY);

    @Test
    void aRuleIsInForceFromItsInstantOn() {
        book.add(effective(1, 100, apply("a", 1)));

        assertThat(book.inForce(99)).isEqualTo(new RulesInForce(Long.MIN_VALUE, 100, List.of()));
        assertThat(book.inForce(100))
                .isEqualTo(new RulesInForce(
                        100, Long.MAX_VALUE, List.of(new RuleInForce("a", 1, 1, text("a", 1), false))));
    }

    @Test
    void whatHoldsAtAnInstantDoesNotDependOnWhatWasAskedBefore() {
        book.add(effective(1, 100, apply("a", 1)));
        book.add(effective(2, 200, apply("b", 1)));
        book.add(effective(3, 300, change("a", Action.DELETE, "")));

        for (long instant : List.of(300L, 100L, 299L, 0L, 200L, 199L)) {
            assertThat(book.inForce(instant))
                    .isEqualTo(RuleBook.of(book.history()).inForce(instant));
        }
        assertThat(book.inForce(250).rules()).extracting(RuleInForce::ruleId).containsExactly("a", "b");
        assertThat(book.inForce(300).rules()).extracting(RuleInForce::ruleId).containsExactly("b");
    }

    @Test
    void aPauseKeepsTheTextAndItsNumber() {
        book.add(effective(1, 100, apply("a", 1)));
        book.add(effective(2, 200, change("a", Action.PAUSE, text("a", 1))));
        book.add(effective(3, 300, change("a", Action.RESUME, text("a", 1))));

        assertThat(List.of(100L, 200L, 300L))
                .extracting(instant -> book.inForce(instant).rules().get(0))
                .extracting(RuleInForce::changeId, RuleInForce::paused)
                .containsExactly(tuple(1L, false), tuple(1L, true), tuple(1L, false));
        assertThat(book.between(100, 300)).noneMatch(RuleTransition::changesText);
    }

    @Test
    void betweenTwoInstantsIsWhatTookEffectAfterTheFirstUpToTheSecond() {
        book.add(effective(1, 100, apply("a", 1)));
        book.add(effective(2, 200, apply("a", 2)));
        book.add(effective(3, 200, apply("b", 1)));
        book.add(effective(4, 300, change("a", Action.DELETE, "")));

        assertThat(book.between(100, 299))
                .extracting(
                        transition -> transition.change().changeId(),
                        transition -> transition.before().map(RuleInForce::changeId),
                        transition -> transition.after().map(RuleInForce::changeId))
                .containsExactly(
                        tuple(2L, Optional.of(1L), Optional.of(2L)), tuple(3L, Optional.empty(), Optional.of(3L)));
        assertThat(book.between(Long.MIN_VALUE, 300)).hasSize(4);
        assertThat(book.between(299, 300)).extracting(RuleTransition::after).containsExactly(Optional.empty());
        assertThat(book.between(300, 400)).isEmpty();
        assertThat(book.between(250, 260)).isEmpty();
    }

    @Test
    void aChangeWithdrawsThoseOfItsRuleThatWereToComeLater() {
        book.add(effective(1, 100, apply("a", 1)));
        EffectiveChange pending = effective(2, 100, 500, apply("a", 2));
        book.add(pending);
        book.add(effective(3, 100, 500, apply("b", 1)));

        assertThat(book.add(effective(4, 200, change("a", Action.DELETE, "")))).containsExactly(pending);
        assertThat(book.inForce(500).rules()).extracting(RuleInForce::ruleId).containsExactly("b");
        assertThat(book.pendingAt(200)).isEqualTo(1);
    }

    @Test
    void aChangeThatComesAgainChangesNothing() {
        book.add(effective(1, 100, apply("a", 1)));
        book.add(effective(2, 200, change("a", Action.DELETE, "")));
        RuleHistory before = book.history();

        book.add(effective(1, 100, apply("a", 1)));

        assertThat(book.history()).isEqualTo(before);
    }

    @Test
    void ofManyChangesTheLatestAreKeptAndTheRestHoldsOn() {
        book.add(effective(1, 100, apply("first", 1)));
        for (int i = 2; i <= RuleBook.MOST_CHANGES + 3; i++) {
            book.add(effective(i, 100 + i, apply("a", i)));
        }

        assertThat(book.history().changes()).hasSize(RuleBook.MOST_CHANGES);
        assertThat(book.inForce(5_000).rules()).extracting(RuleInForce::ruleId).containsExactly("a", "first");
        assertThat(book.knowsSince(102)).isFalse();
        assertThat(book.knowsSince(103)).isTrue();
        assertThat(book.between(103, 5_000)).hasSize(RuleBook.MOST_CHANGES);
        assertThat(book.source(1)).contains(text("first", 1));
        assertThat(book.source(2)).isEmpty();
    }

    @Test
    void longTextsAreForgottenSooner() {
        String text = "x".repeat(RuleBook.MOST_CHARS / 4);
        for (int i = 1; i <= 6; i++) {
            book.add(effective(i, i * 100L, change("a", Action.APPLY, text + i)));
        }

        assertThat(book.history().changes()).hasSize(3);
        assertThat(book.inForce(600).rules().get(0).source()).endsWith("6");
    }

    @Test
    void whatHasYetToTakeEffectIsNeverForgotten() {
        for (int i = 1; i <= RuleBook.MOST_CHANGES + 2; i++) {
            book.add(effective(i, 0, 10_000 + i, apply("r" + i, 1)));
        }

        assertThat(book.history().changes()).hasSize(RuleBook.MOST_CHANGES + 2);
        assertThat(book.inForce(10_000).rules()).isEmpty();
    }

    @Test
    void ofBooksThatWereGivenTheSameTheFullestCounts() {
        book.add(effective(1, 100, apply("a", 1)));
        RuleHistory behind = book.history();
        book.add(effective(2, 200, apply("b", 1)));

        assertThat(RuleBook.ofAll(List.of(behind, book.history(), behind)).history())
                .isEqualTo(book.history());
        assertThat(RuleBook.ofAll(List.of()).history()).isEqualTo(RuleHistory.EMPTY);
    }
}
