package dev.latido.trial;

import dev.latido.customer.CustomerPolicy;
import dev.latido.customer.CustomerTimeline;
import dev.latido.customer.Regime;
import dev.latido.event.Arrival;
import dev.latido.rule.Rule;
import dev.latido.rule.engine.Matcher;
import dev.latido.rule.format.RuleCases;
import dev.latido.rule.format.RuleCases.Case;
import dev.latido.rule.running.RuleSet;
import java.util.ArrayList;
import java.util.List;

/** Plays test cases of a rule, as if it were enabled and live, to one customer each. */
public final class RuleCaseRun {

    private final Regime regime;

    /**
     * A run for cases of this rule.
     *
     * @throws IllegalArgumentException when the rule's sequence cannot be looked for; the message says why
     */
    public RuleCaseRun(Rule rule, CustomerPolicy policy) {
        regime = new Regime(policy, RuleSet.of(rule, new Matcher(rule.sequence())));
    }

    public CaseResult play(Case played) {
        CaseFindings found = new CaseFindings();
        CustomerTimeline timeline = new CustomerTimeline(RuleCases.TENANT, RuleCases.CUSTOMER, regime, found);
        played.events().stream()
                .map(event -> new Arrival(event, event.at().toEpochMilli(), false))
                .sorted(Arrival.ORDER)
                .forEach(timeline::apply);
        timeline.until(played.until().toEpochMilli());

        List<String> differences = CaseDifferences.between(
                played.expected(), found.alerts().stream().map(Came::of).toList());
        return new CaseResult(played.name(), withSuppressed(differences, found.suppressed()));
    }

    private static List<String> withSuppressed(List<String> differences, int suppressed) {
        if (differences.isEmpty() || suppressed == 0) {
            return differences;
        }
        List<String> more = new ArrayList<>(differences);
        more.add((suppressed == 1 ? "1 match alerted" : suppressed + " matches alerted")
                + " nobody, because of the cooldown, of an alert that is still open, or of ten others at once");
        return more;
    }
}
