package dev.latido.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeliverySharesTest {

    private static final SimulationPlan PLAN = new SimulationPlan(500, 60, 7, Instant.parse("2025-01-01T00:00:00Z"));

    private static List<Delivery> deliveries = List.of();
    private static List<Told> told = List.of();

    @BeforeAll
    static void simulate() {
        Simulation simulation = Simulation.of(PLAN);
        deliveries = Told.deliveries(simulation);
        told = Told.once(simulation, deliveries);
    }

    /** The test classes share one heap. */
    @AfterAll
    static void forget() {
        deliveries = List.of();
        told = List.of();
    }

    @Test
    void fewAreLateAndSomeAreSlow() {
        long late = told.stream().filter(event -> delay(event) >= 120_000).count();
        long slow = told.stream()
                .filter(event -> delay(event) >= 1_000 && delay(event) < 5_000)
                .count();

        assertThat(share(late)).isCloseTo(DeliveryShares.STATED.late(), withinPercentage(25));
        assertThat(share(slow)).isCloseTo(DeliveryShares.STATED.slow(), withinPercentage(5));
        assertThat(told).allSatisfy(event -> assertThat(delay(event)).isBetween(20L, 13 * 3_600_000L));
    }

    @Test
    void whatIsNeitherSlowNorLateComesWithinASecond() {
        assertThat(told.stream().filter(event -> delay(event) < 1_000).count()).isGreaterThan(told.size() * 85L / 100);
    }

    @Test
    void punctualRecordsAreNeverMoreThanFiveSecondsOutOfOrder() {
        Map<String, Instant> highest = new HashMap<>();
        for (Told event : told) {
            if (delay(event) < 120_000) {
                Instant before = highest.merge(
                        event.delivery().topic(), event.at(), (one, other) -> one.isAfter(other) ? one : other);
                assertThat(Duration.between(event.at(), before)).isLessThan(Duration.ofSeconds(5));
            }
        }
    }

    @Test
    void duplicatesAreTheSameBytesWithinMinutes() {
        Map<String, Instant> first = new HashMap<>();
        long duplicates = 0;
        for (Delivery delivery : deliveries) {
            Instant before = first.putIfAbsent(Told.text(delivery), delivery.deliveredAt());
            if (before != null) {
                duplicates++;
                assertThat(Duration.between(before, delivery.deliveredAt())).isLessThan(Duration.ofMinutes(6));
            }
        }

        assertThat(share(duplicates)).isCloseTo(DeliveryShares.STATED.duplicated(), withinPercentage(10));
    }

    @Test
    void brokenRecordsComeBesideGoodOnes() {
        Set<String> good = new HashSet<>();
        told.forEach(event -> good.add(Told.text(event.delivery())));
        List<Delivery> broken = deliveries.stream()
                .filter(delivery -> !good.contains(Told.text(delivery)))
                .toList();

        assertThat(share(broken.size())).isCloseTo(DeliveryShares.STATED.broken(), withinPercentage(30));
        assertThat(broken).anyMatch(delivery -> Told.json(delivery).isEmpty());
        assertThat(broken)
                .anyMatch(delivery -> Told.json(delivery)
                        .filter(json -> delivery.topic().equals("clickstream") && !json.has("userId"))
                        .isPresent());
        assertThat(broken).anyMatch(delivery -> Told.text(delivery).contains("\"timestamp\":[\"2025-"));
        assertThat(broken).anyMatch(delivery -> Told.text(delivery).contains("\"timestamp\":\"2199-12-31T23:59:59"));
        assertThat(broken).anyMatch(delivery -> Told.text(delivery).contains("\"timestamp\":\"1970-01-01T00:00:05"));
    }

    @Test
    void onlyRecordsThatWereCutOffAreNotJson() {
        assertThat(deliveries)
                .filteredOn(delivery -> Told.json(delivery).isEmpty())
                .isNotEmpty()
                .allSatisfy(delivery ->
                        assertThat(Told.text(delivery)).startsWith("{").doesNotEndWith("}"));
    }

    @Test
    void aClickTakesAbout340Bytes() {
        double mean = deliveries.stream()
                .filter(delivery -> delivery.topic().equals("clickstream"))
                .mapToInt(delivery -> delivery.json().length)
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(300.0, 360.0);
        assertThat(new String(deliveries.get(0).json(), StandardCharsets.UTF_8)).doesNotContain("\n");
    }

    private static long delay(Told event) {
        return Duration.between(event.at(), event.delivery().deliveredAt()).toMillis();
    }

    private static double share(long count) {
        return (double) count / told.size();
    }
}
