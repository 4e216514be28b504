package dev.latido.testing;

import dev.latido.customer.Customer;
import dev.latido.customer.CustomerCodec;
import dev.latido.customer.CustomerPolicy;
import dev.latido.customer.Findings;
import dev.latido.event.Alert;
import dev.latido.event.Arrival;
import dev.latido.event.CustomerEvent;
import dev.latido.event.HealthScore;
import dev.latido.event.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plays the life of the customer {@code acme}: events in their order, and the daily instants between them. */
public final class CustomerStory implements Findings {

    private final CustomerPolicy policy;
    private final List<Object> findings = new ArrayList<>();
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
        this.policy = policy;
        customer = Customer.create(Events.TENANT, customerId);
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
        return customer.apply(arrival, policy, this);
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
            dropped = !customer.wake(customer.wakeAt(), policy, this);
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
