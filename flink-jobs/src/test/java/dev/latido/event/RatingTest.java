package dev.latido.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingTest {

    @ParameterizedTest
    @CsvSource({"0,0", "10,10", "7.5,7.5", "1e1,10"})
    void npsIsTakenAsItIs(String score, double answer) {
        assertThat(Rating.of(Kind.NPS, Map.of("score", score))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"5,5,10", "4,5,8", "0,5,0", "3,4,7.5", "70,100,7"})
    void csatIsTakenOutOfItsScale(String score, String scale, double answer) {
        assertThat(Rating.of(Kind.CSAT, Map.of("score", score, "scale", scale))).isEqualTo(answer);
    }

    @Test
    void csatIsOutOfFiveUnlessItSaysOtherwise() {
        assertThat(Rating.of(Kind.CSAT, Map.of("score", "3"))).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "ten", "NaN", "Infinity", "1d", "0x1p1", "-0.1", "10.1", "1e999", "1,5", "--1", "e"})
    void whatIsNoScoreIsNoAnswer(String score) {
        assertThat(Rating.of(Kind.NPS, Map.of("score", score))).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"5.1,5", "1,0", "1,-5", "1,x", "0,1e999"})
    void csatOffItsScaleIsNoAnswer(String score, String scale) {
        assertThat(Rating.of(Kind.CSAT, Map.of("score", score, "scale", scale))).isNaN();
    }

    @Test
    void missingScoreIsNoAnswer() {
        assertThat(Rating.of(Kind.NPS, Map.of())).isNaN();
    }
}
