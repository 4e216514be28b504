package dev.latido.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearNamesTest {

    @Test
    void nearestComeFirst() {
        assertThat(NearNames.of("acme", List.of("globex", "acmee", "Acme", "acne")))
                .containsExactly("Acme", "acmee", "acne");
    }

    @Test
    void partOfANameIsNear() {
        assertThat(NearNames.of("cancel", List.of("payment-failed-then-cancel-page", "usage-down")))
                .containsExactly("payment-failed-then-cancel-page");
    }

    @Test
    void atMostFiveAreNamed() {
        assertThat(NearNames.of("c1", List.of("c2", "c3", "c4", "c5", "c6", "c7")))
                .hasSize(5);
    }
}
