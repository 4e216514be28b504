package dev.latido.demo;

import static dev.latido.demo.Results.score;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.health.Band;
import org.junit.jupiter.api.Test;

class StandingsTest {

    private final Standings standings = new Standings();

    @Test
    void onlyTheLatestScoreOfACustomerCounts() {
        standings.add(score("ada", 85, "healthy"));
        standings.add(score("bob", 81, "healthy"));
        standings.add(score("ada", 61, "at_risk"));

        assertThat(standings.customers()).isEqualTo(2);
        assertThat(standings.in(Band.HEALTHY)).isEqualTo(1);
        assertThat(DemoReport.bands(standings)).isEqualTo("healthy 1  at risk 1");
    }

    @Test
    void lowestScoresLeaveOutWhoHasCancelled() {
        standings.add(score("ada", 30, "churned"));
        standings.add(score("bob", 10, "cancelled"));
        standings.add(score("eve", 20, "churned"));
        standings.add(score("joe", 90, "healthy"));

        assertThat(standings.lowest(2)).extracting(Standing::customerId).containsExactly("eve", "ada");
    }
}
