package dev.latido.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.CustomerEvent;
import dev.latido.event.HealthScore;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SyntheticStreamsTest {

    @Test
    void sameSeedGivesTheSameStreamsAndEveryEventHasOneClass() {
        for (long seed = 1; seed <= 5; seed++) {
            SyntheticStreams streams = SyntheticStreams.adversarial(seed, 1_000);
            assertThat(SyntheticStreams.adversarial(seed, 1_000)).isEqualTo(streams);

            ReferenceResult result = run(streams.inputs(), streams);
            assertThat(result.applied() + result.late() + result.duplicates()).isEqualTo(events(streams.inputs()));
        }
    }

    @Test
    void fewSeedsReachEveryBandLevelSignalAndTwoTenantsWithTheSameCustomer() {
        Set<String> seen = new HashSet<>();
        Set<String> alerts = new HashSet<>();
        for (long seed = 1; seed <= 12; seed++) {
            SyntheticStreams streams = SyntheticStreams.adversarial(seed, 2_000);
            ReferenceResult result = run(streams.inputs(), streams);
            for (HealthScore score : result.scores()) {
                seen.add(score.band());
                seen.add(score.level());
                seen.addAll(score.signals());
                seen.add(score.tenantId() + "/" + score.customerId());
            }
            result.alerts().forEach(alert -> alerts.add(alert.severity() + " " + alert.status()));
        }

        assertThat(seen)
                .contains("healthy", "at_risk", "critical", "churned", "onboarding", "cancelled")
                .contains("none", "monitor", "urgent", "immediate")
                .contains("low-logins", "short-sessions", "low-adoption")
                .contains("support-overuse", "payment-delay", "inactivity")
                .contains("default/acme", "other/acme");
        assertThat(alerts).contains("urgent open", "urgent resolved", "immediate open", "immediate resolved");
    }

    /** A reading that no stream can tell from the default would not be tested by any comparison. */
    @Test
    void fewSeedsTellEveryOtherReadingFromTheDefault() {
        Set<OtherReading> untold = EnumSet.allOf(OtherReading.class);
        untold.remove(OtherReading.IDS_OF_TWO_FAMILIES_DIFFER); // no stream uses an id in two families
        for (long seed = 1; seed <= 20 && !untold.isEmpty(); seed++) {
            SyntheticStreams streams = SyntheticStreams.adversarial(seed, 600);
            ReferenceSettings settings = ReferenceSettings.of(streams.catalogue());
            List<String> lines = run(streams.inputs(), streams).lines();
            untold.removeIf(reading -> !ReferenceHealth.run(
                            streams.inputs(), streams.until(), settings.readingOtherwise(reading))
                    .lines()
                    .equals(lines));
        }

        assertThat(untold).isEmpty();
    }

    @Test
    void punctualStreamsGiveTheSameInOneFileAndWithEveryEventTwice() {
        for (long seed = 1; seed <= 5; seed++) {
            SyntheticStreams streams = SyntheticStreams.punctual(seed, 1_000);
            List<CustomerEvent> sorted = streams.inputs().stream()
                    .flatMap(input -> input.events().stream())
                    .sorted(Comparator.comparing(CustomerEvent::at))
                    .toList();
            List<CustomerEvent> twice =
                    sorted.stream().flatMap(event -> Stream.of(event, event)).toList();

            ReferenceResult apart = run(streams.inputs(), streams);
            ReferenceResult together = run(List.of(inOrder(sorted)), streams);
            ReferenceResult doubled = run(List.of(inOrder(twice)), streams);

            assertThat(apart.late()).isZero();
            assertThat(together.lines()).isEqualTo(apart.lines());
            assertThat(doubled.scores()).isEqualTo(apart.scores());
            assertThat(doubled.alerts()).isEqualTo(apart.alerts());
            assertThat(doubled.duplicates()).isEqualTo(apart.duplicates() + sorted.size());
        }
    }

    private static ReferenceInput inOrder(List<CustomerEvent> events) {
        return new ReferenceInput("one", Duration.ZERO, events);
    }

    private static ReferenceResult run(List<ReferenceInput> inputs, SyntheticStreams streams) {
        return ReferenceHealth.run(inputs, streams.until(), streams.catalogue());
    }

    private static long events(List<ReferenceInput> inputs) {
        return inputs.stream().mapToLong(input -> input.events().size()).sum();
    }
}
