package dev.latido.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class BandFallsTest {

    private final BandFalls bands = new BandFalls();
    private int hour;

    @Test
    void whoFallsThroughABandFallsIntoIt() throws Exception {
        tell("ada", "healthy");
        tell("ada", "critical");

        assertThat(bands.falls()).extracting(Firing::ruleId).containsExactly("band:at_risk", "band:critical");
        assertThat(bands.falls()).extracting(Firing::at).containsOnly(Told.day(2 / 24.0));
    }

    @Test
    void whoStaysOrRisesFallsIntoNothing() throws Exception {
        tell("ada", "churned");
        tell("ada", "churned");
        tell("ada", "at_risk");
        tell("bob", "onboarding");
        tell("bob", "cancelled");

        assertThat(bands.falls())
                .extracting(Firing::ruleId)
                .containsExactly("band:at_risk", "band:critical", "band:churned");
    }

    @Test
    void whoFallsAgainFallsAgain() throws Exception {
        tell("ada", "at_risk");
        tell("ada", "healthy");
        tell("ada", "at_risk");

        assertThat(bands.falls()).extracting(Firing::ruleId).containsExactly("band:at_risk", "band:at_risk");
    }

    private void tell(String customer, String band) throws Exception {
        hour++;
        bands.add(new JsonMapper()
                .readTree("{\"tenantId\":\"default\",\"customerId\":\"%s\",\"band\":\"%s\",\"at\":\"%s\"}"
                        .formatted(customer, band, Told.day(hour / 24.0))));
    }
}
