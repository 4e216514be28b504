package dev.latido.model.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.model.training.Samples;
import org.junit.jupiter.api.Test;

class ModelCardTest {

    @Test
    void cardSaysWhatTheModelIsForAndHowGoodItIs() {
        String card = ModelCard.of(Samples.model(), "./latido train --features f.jsonl --out DIR");

        assertThat(card)
                .startsWith("# churn 1\n\n**All of it is made up.**\n")
                .contains("It gives the probability of churn within 30 days.")
                .contains("| learned from | ")
                .contains("| judged by | ")
                .containsPattern("\\| AUC \\| 0\\.\\d{3} \\|")
                .contains("A risk is high above 0.7 and medium above 0.4; nobody chose them")
                .containsPattern("\\| `(sessions7|idleDays)` \\| \\d+\\.\\d% \\|")
                .contains("    ./latido train --features f.jsonl --out DIR\n")
                .doesNotContain("null", "NaN");
    }

    @Test
    void numbersAreWrittenForPeople() {
        assertThat(MetricNames.of("prAuc")).isEqualTo("PR-AUC (average precision)");
        assertThat(MetricNames.of("another")).isEqualTo("another");
        assertThat(MetricNames.value(0.12345)).isEqualTo("0.123");
        assertThat(MetricNames.value(12_345.6)).isEqualTo("12,346");
    }
}
