package dev.latido.rules;

import dev.latido.change.Request;
import dev.latido.control.RuleRegistrar;
import dev.latido.job.ChangeTopic;
import dev.latido.rule.RuleBook;
import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleChange.Action;
import dev.latido.rule.RuleHistory;
import dev.latido.rule.RuleStatus;
import java.util.List;

/** What the topic says of the rules, to be asked before a change is sent whether a job that has read it would accept it. */
public final class RuleTopicBook {

    private final ChangeTopic topic;
    private final RuleRegistrar registrar = new RuleRegistrar(RuleBook.of(RuleHistory.EMPTY));

    public RuleTopicBook(ChangeTopic topic) {
        this.topic = topic;
        topic.requests().forEach(request -> registrar.decide(request, Long.MIN_VALUE));
    }

    /** A change of a rule that is on the topic, with the text that stands there. */
    public RuleChange change(String ruleId, Action action, String by, String reason, long effectiveAt)
            throws UnusableRuleException {
        Request latest = topic.requests().stream()
                .filter(request -> request.subject().equals(ruleId))
                .findFirst()
                .orElseThrow(() -> new UnusableRuleException(
                        "There is no rule " + ruleId + "; `latido rules list` shows" + " those there are."));
        String text = latest instanceof RuleChange known && action != Action.DELETE ? known.definition() : "";
        return new RuleChange(ruleId, action, text, by, reason, effectiveAt);
    }

    /** Fails where the change would be refused. */
    public void require(RuleChange change) throws UnusableRuleException {
        if (change.action() == Action.DELETE) {
            return; // also of what is on the topic, but was refused
        }
        List<RuleStatus> statuses = registrar.decide(change, Long.MIN_VALUE).statuses();
        String error = statuses.isEmpty() ? null : statuses.get(0).error();
        if (error != null) {
            throw new UnusableRuleException("Rule " + change.ruleId() + " would be refused: " + error);
        }
    }
}
