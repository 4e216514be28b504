package dev.latido.simulator;

import dev.latido.simulator.business.Identity;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A simulated SaaS business: its deliveries in the order in which the tools deliver them, and the truth behind them.
 * Every iteration gives the same deliveries. Not thread-safe.
 */
public final class Simulation implements Iterable<Delivery> {

    private final SimulationPlan plan;
    private final HazardObserver observer;
    private @Nullable SimulationRun latest;

    private Simulation(SimulationPlan plan, HazardObserver observer) {
        this.plan = plan;
        this.observer = observer;
    }

    public static Simulation of(SimulationPlan plan) {
        return new Simulation(plan, HazardObserver.NOBODY);
    }

    /** The same, with somebody who is told the hidden hazards while it is iterated. */
    public static Simulation of(SimulationPlan plan, HazardObserver observer) {
        return new Simulation(plan, observer);
    }

    @Override
    public Iterator<Delivery> iterator() {
        SimulationRun run = new SimulationRun(plan, observer);
        latest = run;
        return run;
    }

    /** Who left, in order of time, as far as the latest iteration has come; complete once it is over. */
    public List<Churn> churns() {
        List<Churn> churns = latest == null ? List.of() : latest.churns();
        return churns.stream()
                .sorted(Comparator.comparing(Churn::at).thenComparing(Churn::customer))
                .toList();
    }

    /** The names by which the tools know the customers, in order of the customers. */
    public List<Alias> aliases() {
        return IntStream.rangeClosed(1, plan.customers())
                .mapToObj(number -> Identity.of(plan.seed(), number))
                .flatMap(Simulation::aliases)
                .toList();
    }

    private static Stream<Alias> aliases(Identity identity) {
        return Stream.of(
                new Alias(Tool.SEGMENT.source(), identity.segmentGroup(), identity.customer()),
                new Alias(Tool.STRIPE.source(), identity.stripeCustomer(), identity.customer()),
                new Alias(Tool.ZENDESK.source(), Long.toString(identity.zendeskOrganization()), identity.customer()));
    }
}
