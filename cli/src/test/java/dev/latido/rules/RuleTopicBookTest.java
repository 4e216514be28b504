package dev.latido.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.change.ChangeKind;
import dev.latido.change.Request;
import dev.latido.change.Unusable;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import dev.latido.control.RuleChangeDecoder;
import dev.latido.job.ChangeTopic;
import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleChange.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleTopicBookTest {

    private static final ChangeTopic TOPIC = new ChangeTopic(
            List.of(
                    apply("a", Texts.rule("a", 3)),
                    new Unusable(ChangeKind.RULE, "broken", "eve", "", "by is missing.")),
            Map.of());

    private final RuleTopicBook book = new RuleTopicBook(TOPIC);

    @Test
    void aPauseCarriesTheTextThatStandsThere() throws Exception {
        RuleChange pause = book.change("a", Action.PAUSE, "ada", "too loud", RuleChange.AT_ONCE);

        assertThat(pause)
                .isEqualTo(
                        new RuleChange("a", Action.PAUSE, Texts.rule("a", 3), "ada", "too loud", RuleChange.AT_ONCE));
        assertThatCode(() -> book.require(pause)).doesNotThrowAnyException();
    }

    @Test
    void aRuleThatIsNotThereCannotBeChanged() {
        assertThatThrownBy(() -> book.change("b", Action.PAUSE, "ada", "why", RuleChange.AT_ONCE))
                .isInstanceOf(UnusableRuleException.class)
                .hasMessage("There is no rule b; `latido rules list` shows those there are.");
    }

    @Test
    void whatTheJobWouldRefuseIsNotSent() {
        assertThatThrownBy(() -> book.require(apply("a", Texts.rule("a", 2))))
                .isInstanceOf(UnusableRuleException.class)
                .hasMessage(
                        "Rule a would be refused: Version 3 with another text is in force; a new text needs a version"
                                + " of 4 or more, not 2.");
        assertThatCode(() -> book.require(apply("a", Texts.rule("a", 4)))).doesNotThrowAnyException();
    }

    @Test
    void whatWasRefusedCanStillBeDeleted() throws Exception {
        RuleChange deletion = book.change("broken", Action.DELETE, "ada", "why", RuleChange.AT_ONCE);

        assertThatCode(() -> book.require(deletion)).doesNotThrowAnyException();
    }

    @Test
    void whatIsSentIsWhatTheJobReads() throws Exception {
        for (RuleChange change : List.of(
                apply("a", "id: \"ä\"\n"), new RuleChange("a", Action.DELETE, "", "ada", "why", 1_735_732_800_000L))) {
            List<Decoded<Request>> decoded = new ArrayList<>();
            new RuleChangeDecoder().decode(RuleSender.json(change), new Origin("r", "r", 0, 0), 0, decoded::add);

            assertThat(decoded).containsExactly(new Decoded.Event<>(new Origin("r", "r", 0, 0), change, 0));
            assertThat(new String(RuleSender.json(change), UTF_8)).startsWith("{\"schemaVersion\":1,\"ruleId\":\"a\"");
        }
    }

    private static RuleChange apply(String id, String text) {
        return new RuleChange(id, Action.APPLY, text, "ada", "why", RuleChange.AT_ONCE);
    }
}
