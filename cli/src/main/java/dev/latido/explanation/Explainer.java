package dev.latido.explanation;

import dev.latido.customer.CustomerPolicy;
import dev.latido.customer.CustomerTimeline;
import dev.latido.customer.Findings;
import dev.latido.customer.Regime;
import dev.latido.event.Alert;
import dev.latido.event.Arrival;
import dev.latido.event.FeatureRecord;
import dev.latido.event.HealthScore;
import dev.latido.rule.Rule;
import dev.latido.rule.engine.Matcher;
import dev.latido.rule.running.RuleSet;
import dev.latido.scoring.ModelSet;
import dev.latido.watch.tally.ModelTallies;
import java.util.ArrayList;
import java.util.List;

/** Plays a customer's events to one rule, as if it were enabled and live, and watches it search. */
public final class Explainer implements Findings {

    private final Rule rule;
    private final Trail trail;
    private final List<Finding> findings = new ArrayList<>();
    private final ModelTallies tallies = new ModelTallies(tally -> {});
    private long raisedAt;
    private boolean open;
    private int dropped;

    private Explainer(Rule rule) {
        this.rule = rule;
        this.trail = new Trail(rule.sequence());
    }

    /**
     * Says what the rule makes of the customer's events.
     *
     * @param until instant up to which time goes on, milliseconds since 1970-01-01 UTC
     * @throws IllegalArgumentException when the rule's sequence cannot be looked for; the message says why
     */
    public static Explanation explain(Rule rule, CustomerPolicy policy, History history, long until) {
        Explainer explainer = new Explainer(rule);
        Matcher matcher = new Matcher(rule.sequence(), Matcher.MOST_PARTIAL_MATCHES, explainer.trail);
        CustomerTimeline timeline = new CustomerTimeline(
                history.tenantId(), history.customerId(), new Regime(policy, RuleSet.of(rule, matcher)), explainer);
        int duplicates = 0;
        for (Arrival arrival : history.arrivals()) {
            duplicates += timeline.apply(arrival) ? 0 : 1;
        }
        timeline.until(until);
        return new Explanation(
                rule,
                history,
                until,
                duplicates,
                explainer.findings,
                explainer.trail.furthest(),
                explainer.trail.atStart(),
                explainer.dropped);
    }

    /** Those of the customer's health have no match. */
    @Override
    public void alert(Alert alert) {
        if (alert.evidence().match() == null) {
            return;
        }
        if (alert.status().equals("open")) {
            raisedAt = alert.at().toEpochMilli();
            open = rule.resolution().isPresent();
            findings.add(new Finding.Raised(trail.latest(), alert, trail.latestOverlapped()));
        } else {
            open = false;
            findings.add(new Finding.Resolved(alert));
        }
    }

    @Override
    public void shadowAlert(Alert alert) {
        alert(alert);
    }

    @Override
    public void suppressed(String ruleId) {
        findings.add(new Finding.Suppressed(trail.latest(), trail.latestAt(), raisedAt, open));
    }

    @Override
    public void partialMatchesDropped(String ruleId, int count) {
        dropped += count;
    }

    @Override
    public void score(HealthScore score) {}

    @Override
    public void feature(FeatureRecord record) {}

    @Override
    public void scored(ModelSet models) {}

    @Override
    public void scoredInShadow(ModelSet models) {}

    @Override
    public ModelTallies tallies() {
        return tallies;
    }

    @Override
    public void ruleChanged(long change, int kept, int more) {}
}
