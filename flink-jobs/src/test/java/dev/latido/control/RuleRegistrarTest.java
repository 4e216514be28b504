package dev.latido.control;

import static dev.latido.testing.RuleChanges.apply;
import static dev.latido.testing.RuleChanges.change;
import static dev.latido.testing.RuleChanges.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.change.ChangeKind;
import dev.latido.change.Request;
import dev.latido.change.Unusable;
import dev.latido.rule.EffectiveChange;
import dev.latido.rule.Rule.OnChange;
import dev.latido.rule.RuleBook;
import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleChange.Action;
import dev.latido.rule.RuleHistory;
import dev.latido.rule.RuleInForce;
import dev.latido.rule.RuleStatus;
import dev.latido.rule.format.RuleFolder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleRegistrarTest {

    private static final long NOW = 1_735_732_800_000L;

    private final RuleBook book = RuleBook.of(RuleHistory.EMPTY);
    private final RuleRegistrar registrar = new RuleRegistrar(book);

    @Test
    void anAcceptedChangeIsStampedAndPublished() {
        assertThat(accepted(apply("a", 3)))
                .contains(new EffectiveChange(1, NOW, NOW + 1, 3, OnChange.DRAIN, apply("a", 3)));
        assertThat(registrar.decide(apply("a", 4), NOW).statuses())
                .containsExactly(new RuleStatus(
                        1,
                        "a",
                        4,
                        "applied",
                        2L,
                        Instant.ofEpochMilli(NOW + 1),
                        Instant.ofEpochMilli(NOW),
                        "ada",
                        "a test",
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void aNewTextNeedsAHigherVersion() {
        decide(apply("a", 3));

        assertThat(refusal(change("a", Action.APPLY, text("a", 3) + "# other")))
                .isEqualTo("Version 3 with another text is in force; a new text needs a version of 4 or more, not 3.");
        assertThat(inForce("a").version()).isEqualTo(3);
        assertThat(accepted(apply("a", 4))).isPresent();
    }

    @Test
    void theSameTextIsAcceptedAgainAndKeepsItsPartialMatches() {
        decide(apply("a", 3));

        assertThat(accepted(apply("a", 3)).orElseThrow().onChange()).isEqualTo(OnChange.CARRY);
        assertThat(inForce("a").changeId()).isEqualTo(1);
    }

    @Test
    void aBadDefinitionIsRefusedAndTheVersionBeforeStays() {
        decide(apply("a", 1));

        assertThat(refusal(change("a", Action.APPLY, text("a", 2).replace("version: 2", "version: none"))))
                .startsWith("a.yaml, line 2, column 10: expected a whole number");
        assertThat(refusal(change("a", Action.APPLY, text("b", 2))))
                .isEqualTo("The definition is of rule b, but the record of rule a.");
        assertThat(inForce("a").source()).isEqualTo(text("a", 1));
    }

    @Test
    void partialMatchesAreCarriedOnlyWhereTheStepsAreTheSame() {
        decide(change("a", Action.APPLY, text("a", 1, OnChange.DRAIN, "one", "two")));

        assertThat(refusal(change("a", Action.APPLY, text("a", 2, OnChange.CARRY, "one", "three"))))
                .startsWith("on-change: carry is allowed only where the steps are those of version 1");
        assertThat(accepted(change("a", Action.APPLY, text("a", 2, OnChange.CARRY, "one", "two"))))
                .map(EffectiveChange::onChange)
                .contains(OnChange.CARRY);
    }

    @Test
    void aPauseAndAResumptionNeedNoTextWhereThereIsOne() {
        decide(apply("a", 1));

        assertThat(status(change("a", Action.PAUSE, ""))).isEqualTo("paused");
        assertThat(inForce("a").paused()).isTrue();
        assertThat(status(change("a", Action.RESUME, ""))).isEqualTo("resumed");
        assertThat(inForce("a").source()).isEqualTo(text("a", 1));
    }

    @Test
    void aPauseWithATextThatIsNotKnownBringsIt() {
        assertThat(status(change("a", Action.PAUSE, text("a", 1)))).isEqualTo("paused");
        assertThat(inForce("a").paused()).isTrue();
    }

    @Test
    void whatIsNotThereCannotBePausedOrDeleted() {
        assertThat(refusal(change("a", Action.PAUSE, ""))).isEqualTo("There is no rule a to pause.");
        assertThat(refusal(change("a", Action.DELETE, ""))).isEqualTo("There is no rule a to delete.");
    }

    @Test
    void aDeletionDropsPartialMatchesAndARuleMayComeAgainWithAnyVersion() {
        decide(apply("a", 7));

        EffectiveChange deleted = accepted(change("a", Action.DELETE, "")).orElseThrow();

        assertThat(deleted.onChange()).isEqualTo(OnChange.RESET);
        assertThat(deleted.version()).isEqualTo(7);
        assertThat(accepted(apply("a", 1))).isPresent();
    }

    @Test
    void theRecordWithoutAValueAfterADeletionSaysNothing() {
        RuleChange tombstone = new RuleChange("a", Action.DELETE, "", RuleChange.UNKNOWN, "", RuleChange.AT_ONCE);
        assertThat(decide(tombstone).statuses()).isEmpty();

        decide(apply("a", 1));

        assertThat(decide(tombstone).statuses()).extracting(RuleStatus::status).containsExactly("deleted");
    }

    @Test
    void anEarlierTimeThanPossibleIsToldInTheStatus() {
        assertThat(decide(apply("a", 1, NOW - 1000)).statuses())
                .extracting(RuleStatus::note)
                .containsExactly("It was to hold from 2025-01-01T11:59:59Z on, which has passed; it holds from as soon"
                        + " as can be.");
    }

    @Test
    void aLaterChangeWithdrawsOneThatWaits() {
        decide(apply("a", 1));
        decide(apply("a", 2, NOW + 1000));

        List<RuleStatus> statuses = decide(apply("a", 3)).statuses();

        assertThat(statuses).extracting(RuleStatus::status).containsExactly("applied", "refused");
        assertThat(statuses.get(1).changeId()).isEqualTo(2);
        assertThat(statuses.get(1).error())
                .isEqualTo("Change 2 of this rule never takes effect, since change 3 came before its time.");
    }

    @Test
    void beforeAllEventsChangesHoldFromTheBeginning() {
        Decision<RuleStatus> decision = registrar.decide(apply("a", 1), Long.MIN_VALUE);

        assertThat(book.inForce(Long.MIN_VALUE + 1).rules()).hasSize(1);
        assertThat(decision.statuses().get(0).effectiveAt()).isNull();
        assertThat(decision.statuses().get(0).at()).isNull();
    }

    @Test
    void thereAreAtMost500Rules() {
        for (int i = 0; i < RuleFolder.MAX_RULES; i++) {
            decide(apply("r" + i, 1));
        }

        assertThat(refusal(apply("one-more", 1))).isEqualTo("There are 500 rules, which is the most allowed.");
        assertThat(accepted(apply("r0", 2))).isPresent();
    }

    @Test
    void noMoreThan1000ChangesWaitForTheirTime() {
        for (int i = 0; i < RuleBook.MOST_CHANGES; i++) {
            decide(apply("a", i + 1, NOW + 1000 + i));
        }

        assertThat(refusal(apply("b", 1)))
                .isEqualTo("1000 changes have yet to take effect, which is the most allowed.");
    }

    @Test
    void aRuleCanBePausedAndDeletedAtOnceHoweverMuchWaits() {
        decide(apply("b", 1));
        for (int i = 0; i < RuleBook.MOST_CHANGES; i++) {
            decide(apply("a", i + 1, NOW + 1000 + i));
        }

        assertThat(refusal(change("b", Action.PAUSE, "", NOW + 5000))).startsWith("1000 changes have yet");
        assertThat(status(change("b", Action.PAUSE, ""))).isEqualTo("paused");
        assertThat(refusal(change("b", Action.PAUSE, ""))).startsWith("1000 changes have yet");
        assertThat(status(change("b", Action.DELETE, ""))).isEqualTo("deleted");
        assertThat(refusal(change("b", Action.DELETE, ""))).isEqualTo("There is no rule b to delete.");
    }

    @Test
    void beforeTheFirstEventTooNoMoreThan1000ChangesWait() {
        for (int i = 0; i < RuleBook.MOST_CHANGES; i++) {
            registrar.decide(apply("a", i + 1, NOW + i), Long.MIN_VALUE);
        }

        assertThat(registrar.decide(apply("b", 1, NOW), Long.MIN_VALUE).statuses())
                .extracting(RuleStatus::error)
                .containsExactly("1000 changes have yet to take effect, which is the most allowed.");
    }

    @Test
    void beforeTheFirstEventTooTheBookIsBounded() {
        for (int i = 0; i < RuleBook.MOST_CHANGES + 5; i++) {
            registrar.decide(apply("a", i + 1), Long.MIN_VALUE);
        }

        assertThat(book.history().changes()).hasSize(RuleBook.MOST_CHANGES);
        assertThat(inForce("a").version()).isEqualTo(RuleBook.MOST_CHANGES + 5);
    }

    @Test
    void whatCannotBeUsedIsRefusedWithItsReason() {
        RuleStatus status = decide(new Unusable(ChangeKind.RULE, "a", "", "", "by is missing."))
                .statuses()
                .get(0);

        assertThat(List.of(status.status(), status.by(), String.valueOf(status.error())))
                .containsExactly("refused", "unknown", "by is missing.");
    }

    private Decision<RuleStatus> decide(Request request) {
        return registrar.decide(request, NOW);
    }

    private Optional<EffectiveChange> accepted(Request request) {
        return decide(request).passedOn().stream()
                .map(EffectiveChange.class::cast)
                .findFirst();
    }

    private String status(Request request) {
        return decide(request).statuses().get(0).status();
    }

    private String refusal(Request request) {
        Decision<RuleStatus> decision = decide(request);
        assertThat(decision.passedOn()).isEmpty();
        assertThat(decision.accepted()).isFalse();
        return String.valueOf(decision.statuses().get(0).error());
    }

    private RuleInForce inForce(String ruleId) {
        return book.inForce(NOW + 1).rule(ruleId).orElseThrow();
    }
}
