package dev.latido.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import dev.latido.setting.SettingsLoader;
import dev.latido.simulator.Alias;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoSettingsTest {

    private static final DemoPlan PLAN =
            DemoPlan.endingAt(Instant.parse("2025-03-05T17:30:00Z"), 10, 60, 7, Duration.ofSeconds(60));

    @Test
    void aliasesAreFoundUnderTheNamesOfTheSources() throws SettingsException {
        var aliases = DemoSettings.aliases(
                demo(Map.of()), List.of(new Alias("segment", "g-1", "acct-1"), new Alias("stripe", "cus_1", "acct-1")));

        assertThat(aliases.bySource().get("clickstream")).containsExactly(Map.entry("g-1", "acct-1"));
        assertThat(aliases.bySource().get("billing")).containsExactly(Map.entry("cus_1", "acct-1"));
    }

    @Test
    void theBrokerIsTheDemosOwnWhateverTheUserHasSet() throws SettingsException {
        LatidoSettings demo = demo(Map.of(
                "LATIDO_KAFKA_BOOTSTRAP_SERVERS", "kafka.example:9092",
                "LATIDO_KAFKA_PROPERTIES_FILE", "/etc/kafka/secret.properties",
                "LATIDO_KAFKA_GUARANTEE", "at-least-once",
                "LATIDO_METRICS_PORT", "9249"));

        assertThat(demo.kafka().bootstrapServers()).isEqualTo("127.0.0.1:1");
        assertThat(demo.kafka().propertiesFile()).isEmpty();
        assertThat(demo.kafka().exactlyOnce()).isTrue();
        assertThat(demo.metrics().port()).isZero();
    }

    @Test
    void theNumbersOfTheUserCount() throws SettingsException {
        assertThat(demo(Map.of("LATIDO_FEATURES_PUBLISH", "false")).features().publish())
                .isFalse();
        assertThat(demo(Map.of("LATIDO_ALERTS_MONITOR", "true")).alerts().monitor())
                .isTrue();
    }

    /** Otherwise the others would be waited for by a topic that waits for them. */
    @Test
    void topicsMayDriftFurtherApartThanUntilOneCountsAsIdle() throws SettingsException {
        LatidoSettings demo = demo(Map.of());

        Duration untilIdle = PLAN.simulatedIn(Duration.ofSeconds(demo.time().idleSeconds()));
        assertThat(Duration.ofMinutes(demo.time().maxDriftMinutes())).isGreaterThan(untilIdle);
    }

    private static LatidoSettings demo(Map<String, String> environment) throws SettingsException {
        return DemoSettings.of(SettingsLoader.load(null, environment), PLAN, "127.0.0.1:1");
    }
}
