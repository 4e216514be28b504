package dev.latido.customer;

import dev.latido.event.Alert;
import dev.latido.event.FeatureRecord;
import dev.latido.event.HealthScore;
import dev.latido.scoring.ModelSet;
import dev.latido.watch.tally.ModelTallies;

/** Takes what evaluating a customer brings to light. */
public interface Findings {

    void score(HealthScore score);

    void alert(Alert alert);

    /** What models see of the customer, or what came of it. */
    void feature(FeatureRecord record);

    /** All active models have scored the customer. */
    void scored(ModelSet models);

    /** So have all artifacts in the shadow. */
    void scoredInShadow(ModelSet models);

    /** Where daily evaluations are counted, for the watch over models. */
    ModelTallies tallies();

    /** An alert of a rule in shadow: to be counted and written down, nobody is alerted. */
    void shadowAlert(Alert alert);

    /** A match that alerts nobody, because the rule has raised an alert for the customer not long ago. */
    void suppressed(String ruleId);

    /** Partial matches of a rule that were dropped because the customer had too many. */
    void partialMatchesDropped(String ruleId, int count);

    /** What the change of a rule with the given number has done to the customer's partial matches. */
    void ruleChanged(long change, int kept, int dropped);
}
