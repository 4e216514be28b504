package dev.latido.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.simulator.business.ChurnCause;
import dev.latido.simulator.business.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The business that everybody gets who asks for nothing special: 500 customers, 60 days, seed 7. */
class PopulationTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final int DAYS = 60;

    private static final Map<String, Map<Instant, Double>> HAZARDS = new HashMap<>();
    private static final Simulation SIMULATION = Simulation.of(
            new SimulationPlan(500, DAYS, 7, START),
            (customer, day, hazard) ->
                    HAZARDS.computeIfAbsent(customer, key -> new HashMap<>()).put(day, hazard));

    private static List<Told> told = List.of();
    private static Map<String, Churn> churns = Map.of();

    @BeforeAll
    static void simulate() {
        told = Told.once(SIMULATION, Told.deliveries(SIMULATION));
        churns = SIMULATION.churns().stream().collect(Collectors.toMap(Churn::customer, churn -> churn));
    }

    /** The test classes share one heap. */
    @AfterAll
    static void forget() {
        told = List.of();
        HAZARDS.clear();
    }

    @Test
    void exactlyThoseWhoLeftHaveTheirSubscriptionDeletedAtThatTime() {
        Map<String, Instant> deleted =
                ofType("customer.subscription.deleted").stream().collect(Collectors.toMap(Told::customer, Told::at));

        assertThat(deleted).isEqualTo(churns.values().stream().collect(Collectors.toMap(Churn::customer, Churn::at)));
    }

    @Test
    void nothingHappensAfterTheEnd() {
        Instant end = START.plus(Duration.ofDays(DAYS));
        Map<String, Instant> ends = churns.values().stream().collect(Collectors.toMap(Churn::customer, Churn::at));

        assertThat(told).noneMatch(event -> event.at().isAfter(ends.getOrDefault(event.customer(), end)));
    }

    @Test
    void theUnpaidHadFourFailedAttempts() {
        Set<String> lastAttemptFailed = ofType("invoice.payment_failed").stream()
                .filter(event -> event.json().at("/data/object/attempt_count").asInt() == 4)
                .map(Told::customer)
                .collect(Collectors.toSet());

        assertThat(customersLostBy(ChurnCause.UNPAID))
                .isEqualTo(lastAttemptFailed)
                .isNotEmpty();
    }

    @Test
    void everyMonthAFewOfAHundredPayingCustomersLeave() {
        Set<String> paying = ofType("invoice.paid").stream().map(Told::customer).collect(Collectors.toSet());
        long left = churns.keySet().stream().filter(paying::contains).count();

        assertThat(left * 30.0 / DAYS / paying.size()).isBetween(0.03, 0.06);
    }

    @Test
    void customersLeaveForEveryReason() {
        Simulation larger = Simulation.of(new SimulationPlan(1_500, DAYS, 7, START));
        Told.deliveries(larger);

        assertThat(larger.churns().stream().map(Churn::cause)).contains(ChurnCause.values());
    }

    @Test
    void thereIsWorkForThoseWhoKeepCustomers() {
        assertThat(ofType("invoice.payment_failed").stream().map(Told::customer).distinct())
                .hasSizeGreaterThan(25);
        assertThat(ofType("zen:event-type:ticket.created")).hasSizeGreaterThan(500);
        assertThat(ofType("NPS")).hasSizeGreaterThan(200);
        assertThat(ofType("CSAT")).hasSizeGreaterThan(100);
        assertThat(planChanges(true)).hasSizeGreaterThan(5);
        assertThat(planChanges(false)).hasSizeGreaterThan(2);
        assertThat(cancellations(true)).hasSizeGreaterThan(10);
        assertThat(cancellations(false)).isNotEmpty();
        assertThat(ofType("customer.subscription.trial_will_end")).hasSizeGreaterThan(20);
        assertThat(ofType("charge.refunded")).isNotEmpty();
    }

    @Test
    void manyAreSteadyLightUsers() {
        Map<String, Long> sessions = sessionsPerCustomer();

        assertThat(sessions.values())
                .filteredOn(count -> between(count, 2.2, 3.8))
                .hasSizeGreaterThan(50);
        assertThat(sessions.values())
                .filteredOn(count -> between(count, 10, 200))
                .hasSizeGreaterThan(100);
    }

    @Test
    void onlyFeaturesOfTheCatalogueAreUsed() {
        Set<String> used = told.stream()
                .filter(event -> event.json().path("event").asText().equals("Feature Used"))
                .map(event -> event.json().at("/properties/feature").asText())
                .collect(Collectors.toSet());

        assertThat(used).containsExactlyInAnyOrderElementsOf(Product.FEATURES).hasSize(20);
    }

    @Test
    void theHiddenHazardForetellsWhoLeaves() {
        Instant middle = START.plus(Duration.ofDays(30));
        List<Double> leaving = hazards(middle, true);
        List<Double> staying = hazards(middle, false);

        assertThat(leaving).hasSizeGreaterThan(15);
        assertThat(mean(leaving)).isGreaterThan(3 * mean(staying));
        assertThat(areaUnderCurve(leaving, staying)).isBetween(0.7, 0.98);
    }

    private static List<Double> hazards(Instant day, boolean ofThoseWhoLeave) {
        return HAZARDS.entrySet().stream()
                .filter(customer -> ofThoseWhoLeave == churns.containsKey(customer.getKey()))
                .flatMap(customer -> Stream.ofNullable(customer.getValue().get(day)))
                .toList();
    }

    private static List<Told> ofType(String type) {
        return told.stream().filter(event -> event.type().equals(type)).toList();
    }

    private static Set<String> customersLostBy(ChurnCause cause) {
        return churns.values().stream()
                .filter(churn -> churn.cause() == cause)
                .map(Churn::customer)
                .collect(Collectors.toSet());
    }

    private static List<Told> planChanges(boolean up) {
        return ofType("customer.subscription.updated").stream()
                .filter(event -> event.json().at("/data/previous_attributes").has("plan"))
                .filter(event -> up == amount(event, "/data/object") > amount(event, "/data/previous_attributes"))
                .toList();
    }

    private static long amount(Told event, String where) {
        return event.json().at(where + "/plan/amount").asLong();
    }

    private static List<Told> cancellations(boolean scheduled) {
        return ofType("customer.subscription.updated").stream()
                .filter(event -> event.json().at("/data/previous_attributes").has("cancel_at_period_end"))
                .filter(event -> scheduled
                        == event.json().at("/data/object/cancel_at_period_end").asBoolean())
                .toList();
    }

    /** Runs of a person's clicks without a gap of more than half an hour. */
    private static Map<String, Long> sessionsPerCustomer() {
        Map<String, Instant> lastClick = new HashMap<>();
        Map<String, Long> sessions = new HashMap<>();
        for (Told event : told) {
            if (event.delivery().source().equals("segment")) {
                Instant before = lastClick.put(event.json().path("userId").asText(), event.at());
                if (before == null || Duration.between(before, event.at()).toMinutes() >= 30) {
                    sessions.merge(event.customer(), 1L, Long::sum);
                }
            }
        }
        return sessions;
    }

    private static boolean between(long sessions, double low, double high) {
        double perWeek = sessions * 7.0 / DAYS;
        return perWeek >= low && perWeek <= high;
    }

    private static double mean(Collection<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }

    private static double areaUnderCurve(List<Double> leaving, List<Double> staying) {
        double wins = 0;
        for (double left : leaving) {
            for (double stayed : staying) {
                wins += left > stayed ? 1 : left == stayed ? 0.5 : 0;
            }
        }
        return wins / leaving.size() / staying.size();
    }
}
