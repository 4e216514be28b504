package dev.latido.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @Test
    void everyIterationGivesTheSameBytes() {
        Simulation simulation = Simulation.of(new SimulationPlan(40, 20, 3, START));
        List<String> first = texts(Told.deliveries(simulation));
        List<Churn> churns = simulation.churns();

        assertThat(texts(Told.deliveries(simulation))).isEqualTo(first);
        assertThat(simulation.churns()).isEqualTo(churns);
    }

    @Test
    void anotherSeedIsAnotherWorld() {
        List<String> three = texts(Told.deliveries(Simulation.of(new SimulationPlan(5, 10, 3, START))));
        List<String> four = texts(Told.deliveries(Simulation.of(new SimulationPlan(5, 10, 4, START))));

        assertThat(three).doesNotContainAnyElementsOf(four);
    }

    @Test
    void aLifeDoesNotDependOnTheNumberOfCustomers() {
        Simulation few = Simulation.of(new SimulationPlan(30, 25, 11, START));
        Simulation many = Simulation.of(new SimulationPlan(90, 25, 11, START));
        Set<String> customers = few.aliases().stream().map(Alias::customer).collect(Collectors.toSet());
        List<Told> alone = Told.once(few, Told.deliveries(few));
        List<Told> amongMany = Told.once(many, Told.deliveries(many)).stream()
                .filter(told -> customers.contains(told.customer()))
                .toList();

        assertThat(amongMany)
                .extracting(Told::json)
                .isEqualTo(alone.stream().map(Told::json).toList());
        assertThat(many.churns().stream().filter(churn -> customers.contains(churn.customer())))
                .isEqualTo(few.churns());
        assertThat(many.aliases()).startsWith(few.aliases().toArray(Alias[]::new));
    }

    @Test
    void deliveriesNeverGoBackInTime() {
        List<Instant> deliveredAt = Told.deliveries(Simulation.of(new SimulationPlan(60, 15, 5, START))).stream()
                .map(Delivery::deliveredAt)
                .toList();

        assertThat(deliveredAt).isSorted();
        assertThat(deliveredAt.get(0)).isAfterOrEqualTo(START);
    }

    @Test
    void aDayMayBeginAtAnyHour() {
        Instant noon = Instant.parse("2025-01-01T12:00:00Z");
        Simulation simulation = Simulation.of(new SimulationPlan(30, 3, 5, noon));
        List<Told> told = Told.once(simulation, Told.deliveries(simulation));

        assertThat(told).allSatisfy(event -> assertThat(event.at()).isBetween(noon, noon.plusSeconds(3 * 86_400)));
        assertThat(told.stream()
                        .map(event -> event.at().toString().substring(11, 13))
                        .distinct())
                .hasSizeGreaterThan(20);
    }

    @Test
    void everyCustomerHasAnAliasInEveryTool() {
        List<Alias> aliases =
                Simulation.of(new SimulationPlan(3_000, 1, 7, START)).aliases();

        assertThat(aliases).hasSize(9_000);
        assertThat(aliases.stream()
                        .map(alias -> alias.source() + " " + alias.foreignId())
                        .distinct())
                .hasSize(9_000);
        assertThat(aliases.get(0).customer()).isEqualTo("acct-0001");
    }

    private static List<String> texts(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::toString).toList();
    }
}
