package dev.latido.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the shipped rules look for does happen in the business that everybody gets who asks for nothing special. */
class SituationTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final int DAYS = 60;

    private static List<Told> told = List.of();
    private static Set<String> churned = Set.of();

    @BeforeAll
    static void simulate() {
        Simulation simulation = Simulation.of(new SimulationPlan(500, DAYS, 7, START));
        told = Told.once(simulation, Told.deliveries(simulation));
        churned = simulation.churns().stream().map(Churn::customer).collect(Collectors.toSet());
    }

    /** The test classes share one heap. */
    @AfterAll
    static void forget() {
        told = List.of();
    }

    @Test
    void manyTrialsAreStillWithoutAMeansOfPaymentWhenTheirEndDrawsNear() {
        Map<String, Instant> added = firstOf("Payment Method Added");
        List<Told> endings = ofType("customer.subscription.trial_will_end").toList();
        List<Told> without = endings.stream()
                .filter(ending ->
                        added.getOrDefault(ending.customer(), Instant.MAX).isAfter(ending.at()))
                .toList();
        Set<String> converted = ofType("invoice.paid").map(Told::customer).collect(Collectors.toSet());

        assertThat((double) without.size() / endings.size()).isBetween(0.15, 0.5);
        assertThat(endings)
                .filteredOn(ending -> converted.contains(ending.customer()))
                .allSatisfy(ending -> assertThat(added).containsKey(ending.customer()));
    }

    @Test
    void someLookForTheWayOutAndStayAllTheSame() {
        Set<String> lookers = clicks("Cancel").map(Told::customer).collect(Collectors.toSet());
        long stayed =
                lookers.stream().filter(customer -> !churned.contains(customer)).count();

        assertThat(stayed).isBetween(lookers.size() * 2L / 10, lookers.size() * 7L / 10);
        assertThat(clicks("Export")
                        .map(Told::customer)
                        .filter(churned::contains)
                        .distinct())
                .hasSizeGreaterThan(10);
    }

    @Test
    void onABadDayErrorsComeInBursts() {
        Set<String> shaken = new HashSet<>();
        clicks("error").collect(Collectors.groupingBy(Told::customer)).forEach((customer, errors) -> {
            for (int i = 4; i < errors.size(); i++) {
                Duration taken =
                        Duration.between(errors.get(i - 4).at(), errors.get(i).at());
                if (taken.toMinutes() < 10) {
                    shaken.add(customer);
                }
            }
        });

        assertThat(shaken).hasSizeBetween(20, 120);
    }

    @Test
    void aDowngradeMayBeFollowedBySilence() {
        List<Told> downgrades = ofType("customer.subscription.updated")
                .filter(event -> event.json().at("/data/previous_attributes").has("plan"))
                .filter(event -> price(event, "/data/object") < price(event, "/data/previous_attributes"))
                .toList();

        assertThat(downgrades).anyMatch(SituationTest::isFollowedBySilence);
        assertThat(downgrades).anyMatch(downgrade -> !isFollowedBySilence(downgrade));
    }

    @Test
    void everyClickTellsTheRoleOfThePerson() {
        assertThat(clicks().toList())
                .extracting(event -> event.json().at("/context/traits/role").asText())
                .containsOnly("owner", "admin", "member")
                .contains("owner", "admin", "member");
    }

    @Test
    void someGiveUpWhatTheyDidEveryDay() {
        Map<String, TreeSet<Long>> days = clicks("Feature Used")
                .collect(Collectors.groupingBy(
                        click -> click.customer() + " "
                                + click.json().at("/properties/feature").asText(),
                        Collectors.mapping(SituationTest::day, Collectors.toCollection(TreeSet::new))));

        assertThat(days.values())
                .filteredOn(SituationTest::isDailyForTwoWeeksAndThenNot)
                .hasSizeBetween(3, 30);
    }

    private static long day(Told click) {
        return click.at().atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }

    private static boolean isDailyForTwoWeeksAndThenNot(NavigableSet<Long> days) {
        long end = START.plus(Duration.ofDays(DAYS))
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toEpochDay();
        return days.headSet(end - 7).stream()
                .anyMatch(last -> days.subSet(last - 13, last + 1).size() == 14
                        && days.subSet(last + 1, last + 8).isEmpty());
    }

    private static Stream<Told> clicks() {
        return told.stream().filter(event -> event.delivery().source().equals("segment"));
    }

    private static Stream<Told> ofType(String type) {
        return told.stream().filter(event -> event.type().equals(type));
    }

    private static long price(Told event, String where) {
        return event.json().at(where + "/plan/amount").asLong();
    }

    /** Clicks of that name, in order of time. */
    private static Stream<Told> clicks(String name) {
        return clicks().filter(event -> name.equals(event.json().path("name").asText())
                        || name.equals(event.json().path("event").asText()))
                .sorted(Comparator.comparing(Told::at));
    }

    private static Map<String, Instant> firstOf(String name) {
        return clicks(name).collect(Collectors.toMap(Told::customer, Told::at, (first, second) -> first));
    }

    private static boolean isFollowedBySilence(Told downgrade) {
        Instant hourLater = downgrade.at().plus(Duration.ofHours(1));
        Instant weekLater = downgrade.at().plus(Duration.ofDays(7));
        return clicks().filter(event -> event.customer().equals(downgrade.customer()))
                .noneMatch(event -> event.at().isAfter(hourLater) && event.at().isBefore(weekLater));
    }
}
