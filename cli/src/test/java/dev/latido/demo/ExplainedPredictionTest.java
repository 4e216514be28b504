package dev.latido.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class ExplainedPredictionTest {

    @Test
    void factorsStandBelowTheProbabilityWithWhatTheyAdd() throws Exception {
        String prediction = """
                {"model": "churn", "version": "2026-11-29", "probability": 0.8808, "level": "high", "margin": 2.0,
                 "factors": [
                  {"feature": "idleDays", "value": 9.5, "contribution": 1.5, "text": "no session for 9 days: raises risk"},
                  {"feature": "tickets30", "contribution": -0.7512, "text": "no tickets: lowers risk"}]}
                """;

        assertThat(ExplainedPrediction.lines(new JsonMapper().readTree(prediction)))
                .containsExactly(
                        "churn 88.0 % (high, version 2026-11-29)",
                        " +1.50  no session for 9 days: raises risk", " -0.75  no tickets: lowers risk");
    }
}
