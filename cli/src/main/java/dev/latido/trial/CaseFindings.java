package dev.latido.trial;

import dev.latido.customer.Findings;
import dev.latido.event.Alert;
import dev.latido.event.FeatureRecord;
import dev.latido.event.HealthScore;
import dev.latido.scoring.ModelSet;
import dev.latido.watch.tally.ModelTallies;
import java.util.ArrayList;
import java.util.List;

/** What one rule brings to light about a customer; whether it is in the shadow makes no difference. */
final class CaseFindings implements Findings {

    private final List<Alert> alerts = new ArrayList<>();
    private final ModelTallies tallies = new ModelTallies(tally -> {});
    private int suppressed;

    List<Alert> alerts() {
        return alerts;
    }

    /** How many matches alerted nobody. */
    int suppressed() {
        return suppressed;
    }

    /** Those of the customer's health have no match. */
    @Override
    public void alert(Alert alert) {
        if (alert.evidence().match() != null) {
            alerts.add(alert);
        }
    }

    @Override
    public void shadowAlert(Alert alert) {
        alert(alert);
    }

    @Override
    public void suppressed(String ofRule) {
        suppressed++;
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
    public void partialMatchesDropped(String ofRule, int count) {}

    @Override
    public void ruleChanged(long change, int kept, int dropped) {}
}
