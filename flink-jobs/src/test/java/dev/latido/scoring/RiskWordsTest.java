package dev.latido.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.Alert;
import dev.latido.feature.Language;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RiskWordsTest {

    private static final RiskWords ENGLISH = RiskWords.in(Language.ENGLISH);
    private static final RiskWords SPANISH = RiskWords.in(Language.SPANISH);

    @ParameterizedTest
    @CsvSource({
        "RISK, true, x: raises risk, x: aumenta el riesgo",
        "RISK, false, x: lowers risk, x: reduce el riesgo",
        "PROBABILITY, true, x: raises probability, x: aumenta la probabilidad",
        "VALUE, false, x: lowers value, x: reduce el valor"
    })
    void aFactorIsAFactAndItsDirection(Effect effect, boolean raises, String english, String spanish) {
        assertThat(ENGLISH.factor("x", effect, raises)).isEqualTo(english);
        assertThat(SPANISH.factor("x", effect, raises)).isEqualTo(spanish);
    }

    @Test
    void aHighRiskIsToldWithItsFactors() {
        RiskFinding found = finding(30, new Alert.Factor("a", 1.0, 2, "one"), new Alert.Factor("b", null, 1, "two"));

        assertThat(ENGLISH.title(found)).isEqualTo("high churn risk (82 %)");
        assertThat(ENGLISH.message(found))
                .isEqualTo("Model churn, version v1, gives a probability of 82.99 % within 30 days; above 70 % it is"
                        + " high. What counts most: one; two.");
        assertThat(SPANISH.title(found)).isEqualTo("riesgo alto de churn (82 %)");
        assertThat(SPANISH.message(found))
                .isEqualTo(
                        "El modelo churn, versión v1, da una probabilidad del 82,99 % en 30 días; por encima del 70 %"
                                + " es alta. Lo que más pesa: one; two.");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(ENGLISH.message(finding(null)))
                .isEqualTo("Model churn, version v1, gives a probability of 82.99 %; above 70 % it is high.");
        assertThat(SPANISH.message(finding(null)))
                .isEqualTo(
                        "El modelo churn, versión v1, da una probabilidad del 82,99 %; por encima del 70 % es alta.");
    }

    @Test
    void anEndIsToldWithItsReason() {
        assertThat(ENGLISH.endTitle("card-failure", Ending.CALM))
                .isEqualTo("no longer at high card failure risk, alert closed");
        assertThat(ENGLISH.endTitle("churn", Ending.CANCELLED)).isEqualTo("has cancelled, alert of churn risk closed");
        assertThat(SPANISH.endTitle("churn", Ending.UNWATCHED))
                .isEqualTo("el riesgo de churn ya no se vigila, alerta cerrada");
        assertThat(ENGLISH.calm(0.1234, 0.6, 2))
                .isEqualTo("It is 12.34 %, after 2 daily evaluations in a row at 60 % or less.");
        assertThat(SPANISH.calm(0, 0.6, 1)).isEqualTo("Es del 0 %, tras una evaluación diaria con un 60 % o menos.");
        assertThat(SPANISH.opened(Instant.EPOCH)).isEqualTo("La alerta se abrió el 1970-01-01T00:00:00Z.");
    }

    @ParameterizedTest
    @EnumSource
    void everyEndHasWordsOfItsOwnInBothLanguages(Ending ending) {
        assertThat(List.of(
                        ENGLISH.reason("churn", ending),
                        SPANISH.reason("churn", ending),
                        ENGLISH.endTitle("churn", ending),
                        SPANISH.endTitle("churn", ending)))
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    private static RiskFinding finding(@Nullable Integer horizonDays, Alert.Factor... factors) {
        return new RiskFinding(
                new Alert.ExplainedPrediction("churn", "v1", 0.8299, "high", 1.585, List.of(factors)),
                0.7,
                horizonDays);
    }
}
