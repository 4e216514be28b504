package dev.latido.testing;

import dev.latido.customer.Customer;
import dev.latido.customer.CustomerCodec;
import dev.latido.customer.CustomerPolicy;
import dev.latido.customer.Findings;
import dev.latido.customer.Regime;
import dev.latido.event.Alert;
import dev.latido.event.Arrival;
import dev.latido.event.CustomerEvent;
import dev.latido.event.CustomerOutcome;
import dev.latido.event.FeatureRecord;
import dev.latido.event.FeatureRow;
import dev.latido.event.HealthScore;
import dev.latido.event.Kind;
import dev.latido.rule.running.RuleSet;
import dev.latido.scoring.ModelSet;
import dev.latido.watch.tally.ModelTallies;
import dev.latido.watch.tally.ModelTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plays the life of the customer {@code acme}: events in their order, and the daily instants between them. */
public final class CustomerStory implements Findings {

    private Regime regime;
    private final List<Object> findings = new ArrayList<>();
    private final List<Alert> shadowAlerts = new ArrayList<>();
    private final List<FeatureRecord> features = new ArrayList<>();
    private final List<String> suppressed = new ArrayList<>();
    private final List<String> ruleChanges = new ArrayList<>();
    private final List<ModelTally> counted = new ArrayList<>();
    private final ModelTallies tallies = new ModelTallies(counted::add);
    private int scored;
    private int scoredInShadow;
    private int partialMatchesDropped;
    private Customer customer;
    private boolean dropped;
    private int ids;

    public CustomerStory() {
        this(ShippedPolicy.POLICY);
    }

    public CustomerStory(CustomerPolicy policy) {
        this(policy, Events.CUSTOMER);
    }

    public CustomerStory(CustomerPolicy policy, String customerId) {
        regime = new Regime(policy, RuleSet.NONE);
        customer = Customer.create(Events.TENANT, customerId);
    }

    /** Puts rules in force from here on. */
    public CustomerStory under(RuleSet rules) {
        regime = new Regime(regime.policy(), rules, regime.models());
        return this;
    }

    /** Puts models in force from here on. */
    public CustomerStory under(ModelSet models) {
        regime = new Regime(regime.policy(), regime.rules(), models);
        return this;
    }

    /** Applies an event with a new id at its own time. */
    public CustomerStory then(String time, Kind kind) {
        return then(time, kind, "", Map.of());
    }

    public CustomerStory then(String time, Kind kind, String name, Map<String, String> attributes) {
        apply(Events.event("event-" + ids++, kind, name, Events.at(time), attributes));
        return this;
    }

    public boolean apply(CustomerEvent event) {
        return apply(new Arrival(event, event.at().toEpochMilli(), false));
    }

    /** Applies an arrival after the daily instants before its place. */
    public boolean apply(Arrival arrival) {
        wakeBefore(arrival.place());
        return customer.apply(arrival, regime, this);
    }

    /** Lets time pass up to an instant, daily instants at it included. */
    public CustomerStory until(String time) {
        return until(Events.at(time));
    }

    public CustomerStory until(long instant) {
        wakeBefore(instant + 1);
        return this;
    }

    private void wakeBefore(long instant) {
        while (!dropped && customer.wakeAt() < instant) {
            dropped = !customer.wake(customer.wakeAt(), regime, this);
        }
    }

    /** Replaces the customer by what its bytes say. */
    public CustomerStory restore() {
        customer = CustomerCodec.decode(customer.tenantId(), customer.customerId(), CustomerCodec.encode(customer));
        return this;
    }

    @Override
    public void score(HealthScore score) {
        findings.add(score);
    }

    @Override
    public void alert(Alert alert) {
        findings.add(alert);
    }

    @Override
    public void shadowAlert(Alert alert) {
        shadowAlerts.add(alert);
    }

    @Override
    public void feature(FeatureRecord record) {
        features.add(record);
    }

    @Override
    public void scored(ModelSet models) {
        scored++;
    }

    @Override
    public void scoredInShadow(ModelSet models) {
        scoredInShadow++;
    }

    @Override
    public ModelTallies tallies() {
        return tallies;
    }

    @Override
    public void suppressed(String ruleId) {
        suppressed.add(ruleId);
    }

    @Override
    public void partialMatchesDropped(String ruleId, int count) {
        partialMatchesDropped += count;
    }

    @Override
    public void ruleChanged(long change, int kept, int dropped) {
        ruleChanges.add("change " + change + ": " + kept + " kept, " + dropped + " dropped");
    }

    /** Rows and outcomes, in order. */
    public List<FeatureRecord> features() {
        return features;
    }

    public List<FeatureRow> rows() {
        return features.stream()
                .filter(FeatureRow.class::isInstance)
                .map(FeatureRow.class::cast)
                .toList();
    }

    public List<CustomerOutcome> outcomes() {
        return features.stream()
                .filter(CustomerOutcome.class::isInstance)
                .map(CustomerOutcome.class::cast)
                .toList();
    }

    public List<Alert> shadowAlerts() {
        return shadowAlerts;
    }

    /** What daily evaluations have counted so far, for the watch over models. */
    public List<ModelTally> counted() {
        tallies.flush();
        return counted;
    }

    /** How often all active models have scored the customer. */
    public int scored() {
        return scored;
    }

    /** How often artifacts in the shadow have. */
    public int scoredInShadow() {
        return scoredInShadow;
    }

    /** Rules whose matches alerted nobody because of an earlier alert. */
    public List<String> suppressed() {
        return suppressed;
    }

    public int partialMatchesDropped() {
        return partialMatchesDropped;
    }

    /** What changes of rules did to partial matches, in words. */
    public List<String> ruleChanges() {
        return ruleChanges;
    }

    public Customer customer() {
        return customer;
    }

    public boolean isDropped() {
        return dropped;
    }

    /** Everything found so far, in order. */
    public List<Object> findings() {
        return findings;
    }

    public List<HealthScore> scores() {
        return only(HealthScore.class);
    }

    public HealthScore lastScore() {
        return scores().get(scores().size() - 1);
    }

    public List<Alert> alerts() {
        return only(Alert.class);
    }

    private <T> List<T> only(Class<T> type) {
        return findings.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
