package dev.latido.model.booster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FloatMathTest {

    /** Found by asking glibc; the nearest floats would be their neighbours. */
    @Test
    void whatGlibcDoesNotRoundToTheNearestFloatIsNotEither() {
        assertThat(FloatMath.log(1f / 0.23901534f - 1f)).isEqualTo(1.1580853f);
        assertThat(FloatMath.log(1f / 0.46802592f - 1f)).isEqualTo(0.12807116f);
        assertThat(FloatMath.log(1f / 0.7852776f - 1f)).isEqualTo(-1.2966914f);
        assertThat(FloatMath.exp(Float.intBitsToFloat(0x4202422f))).isEqualTo(Float.intBitsToFloat(0x56fc9f1c));
    }

    @Test
    void everyFloatIsWithinOneUnitOfTheExactResult() {
        for (int bits = 0; bits < 0x7f800000; bits += 9_973) {
            float x = Float.intBitsToFloat(bits);
            assertClose(FloatMath.log(x), Math.log(x));
            assertClose(FloatMath.exp(x), Math.exp(x));
            assertClose(FloatMath.exp(-x), Math.exp(-x));
        }
    }

    private static void assertClose(float actual, double exact) {
        float nearest = (float) exact;
        if (actual != nearest && actual != Math.nextUp(nearest) && actual != Math.nextDown(nearest)) {
            throw new AssertionError(actual + " is not " + exact);
        }
    }

    @Test
    void theEdgesAreThoseOfMath() {
        for (float x : new float[] {0, -0f, -1, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1}) {
            assertThat(Float.compare(FloatMath.log(x), (float) Math.log(x))).isZero();
            assertThat(Float.compare(FloatMath.exp(x), (float) Math.exp(x))).isZero();
        }
        assertThat(FloatMath.exp(89)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(FloatMath.exp(-104)).isZero();
    }
}
