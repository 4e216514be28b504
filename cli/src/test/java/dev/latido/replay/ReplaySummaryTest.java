package dev.latido.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ReplaySummaryTest {

    @Test
    void numbersStandInTheirFixedOrder() {
        assertThat(new ReplaySummary(15, 1, 2, 3, 4, 5, 6, 7.25).toJson()).isEqualTo("""
                        {
                          "in" : 15,
                          "ignored" : 1,
                          "applied" : 2,
                          "duplicates" : 3,
                          "late" : 4,
                          "deadLetters" : 5,
                          "customers" : 6,
                          "seconds" : 7.25
                        }
                        """);
    }

    @Test
    void recordThatIsInNoClassIsNoticed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplaySummary(16, 1, 2, 3, 4, 5, 6, 7.25))
                .withMessageStartingWith("16 records were read, but 1 ignored + 2 applied")
                .withMessageEndingWith("are 15");
    }
}
