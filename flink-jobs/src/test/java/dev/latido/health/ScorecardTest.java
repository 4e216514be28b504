package dev.latido.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.testing.ShippedPolicy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    @Test
    void shippedNumbersAreTheDocumentedOnes() {
        assertThat(ShippedPolicy.POLICY.health().scorecard())
                .isEqualTo(new Scorecard(
                        new Scorecard.Weights(30, 25, 20, 15, 10),
                        new Scorecard.Usage(3.5, 50, 15, 50),
                        new Scorecard.Adoption(0.75),
                        new Scorecard.Support(6),
                        new Scorecard.Payment(20),
                        new Scorecard.Engagement(12, 70, 3, 5),
                        new Scorecard.Bands(80, 60, 40),
                        new Scorecard.Signals(2, 5, 0.30, 3, 14),
                        new Scorecard.Levels(24, 2),
                        30,
                        4_096,
                        32,
                        7,
                        400,
                        1.0));
    }

    @Test
    void shippedCatalogueHasTwentyFeatures() {
        assertThat(ShippedPolicy.POLICY.health().catalogue().names())
                .hasSize(20)
                .contains("reports", "export", "api");
    }

    @Test
    void wrongNumberIsNamedWithItsKeyAndWhatIsAllowed() {
        assertThatThrownBy(() -> new Scorecard.Adoption(1.5))
                .hasMessage("health.adoption.shareTarget must be between 0.01 and 1, was 1.5");
        assertThatThrownBy(() -> new Scorecard.Signals(2, 5, 0.3, 3, 0))
                .hasMessage("health.signals.inactivityAfterDays must be between 1 and 365, was 0");
        assertThatThrownBy(() -> new Scorecard.Support(Double.NaN))
                .hasMessage("health.support.ticketsLimit must be between 1 and 1000000, was NaN");
    }

    @Test
    void partsThatMakeAWholeMustAddUp() {
        assertThatThrownBy(() -> new Scorecard.Weights(30, 25, 20, 15, 11))
                .hasMessage("health.weights must add up to 100, was 101");
        assertThatThrownBy(() -> new Scorecard.Usage(3.5, 60, 15, 50)).hasMessageContaining("must add up to 100");
        assertThatThrownBy(() -> new Scorecard.Engagement(12, 70, 4, 5)).hasMessageContaining("must add up to 100");
    }

    @Test
    void bandsAreInOrderAndHaveOneDecimal() {
        assertThatThrownBy(() -> new Scorecard.Bands(50, 60, 40))
                .hasMessage("health.bands.healthy must not be below health.bands.atRisk, which is 60, was 50");
        assertThatThrownBy(() -> new Scorecard.Bands(80, 60.05, 40))
                .hasMessage("health.bands.atRisk must have at most one decimal, was 60.05");
    }

    @Test
    void catalogueHoldsDifferentNames() {
        assertThatThrownBy(() -> new Catalogue(List.of())).hasMessage("catalogue must list 1 to 1000 features, has 0");
        assertThatThrownBy(() -> new Catalogue(List.of("api", "api")))
                .hasMessage("catalogue must list each feature once, has 'api' twice");
        assertThatThrownBy(() -> new Catalogue(List.of(" "))).hasMessage("catalogue must not hold an empty name");
        assertThatThrownBy(() -> new Catalogue(Collections.nCopies(1_001, "x")))
                .hasMessage("catalogue must list 1 to 1000 features, has 1001");
    }
}
