package dev.latido.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLettersTest {

    @ParameterizedTest
    @CsvSource({
        "missing customer (/customerId),missing customer",
        "not JSON: unexpected end,not JSON",
        "lone surrogate at byte 32,lone surrogate at byte",
        "time out of range,time out of range",
        "'',''"
    })
    void reasonsOfOneSortAreCountedTogether(String reason, String category) {
        assertThat(DeadLetters.category(reason)).isEqualTo(category);
    }

    @Test
    void aLongReasonIsCut() {
        assertThat(DeadLetters.category("x".repeat(100))).hasSize(60);
    }
}
