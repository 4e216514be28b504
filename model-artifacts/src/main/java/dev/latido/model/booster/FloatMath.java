package dev.latido.model.booster;

/**
 * The exponential and the logarithm of floats, rounded as the C library of Linux rounds them (glibc 2.28 and newer, with
 * fused multiplication and addition), because XGBoost calls those.
 *
 * <p>They are computed in double precision, off by less than one unit in the last place, and so are neither always the
 * nearest floats nor always those of {@link Math}. The method and the numbers are those of Arm's optimized routines, which
 * glibc has taken over.
 *
 * @see <a href="https://github.com/ARM-software/optimized-routines">ARM-software/optimized-routines, expf and logf</a>
 */
final class FloatMath {

    private static final int EXP_STEPS = 32;
    private static final double EXP_SCALE = 0x1.71547652b82fep+0 * EXP_STEPS;
    private static final double[] EXP_POLYNOMIAL = {
        0x1.c6af84b912394p-5 / EXP_STEPS / EXP_STEPS / EXP_STEPS,
        0x1.ebfce50fac4f3p-3 / EXP_STEPS / EXP_STEPS,
        0x1.62e42ff0c52d6p-1 / EXP_STEPS
    };
    /** Adding it to a double rounds that to a whole number, which its lowest bits then are. */
    private static final double ROUND = 0x1.8p+52;
    /** The bits of 2 to the power of i / 32, without what i itself adds to them. */
    private static final long[] POWERS = powers();

    private static final float EXP_OVERFLOW = 0x1.62e42ep6f;
    private static final float EXP_UNDERFLOW = -0x1.9fe368p6f;

    private static final int LOG_OFFSET = 0x3f330000;
    private static final double LN_2 = 0x1.62e42fefa39efp-1;
    private static final double[] LOG_POLYNOMIAL = {-0x1.00ea348b88334p-2, 0x1.5575b0be00b6ap-2, -0x1.ffffef20a4123p-2};
    /** For each sixteenth of the numbers between two powers of 2: the inverse of a number near its middle. */
    private static final double[] INVERSES = {
        0x1.661ec79f8f3bep+0, 0x1.571ed4aaf883dp+0, 0x1.49539f0f010bp+0, 0x1.3c995b0b80385p+0,
        0x1.30d190c8864a5p+0, 0x1.25e227b0b8eap+0, 0x1.1bb4a4a1a343fp+0, 0x1.12358f08ae5bap+0,
        0x1.0953f419900a7p+0, 0x1p+0, 0x1.e608cfd9a47acp-1, 0x1.ca4b31f026aap-1,
        0x1.b2036576afce6p-1, 0x1.9c2d163a1aa2dp-1, 0x1.886e6037841edp-1, 0x1.767dcf5534862p-1
    };
    /** The logarithms of those numbers. */
    private static final double[] LOGARITHMS = {
        -0x1.57bf7808caadep-2,
        -0x1.2bef0a7c06ddbp-2,
        -0x1.01eae7f513a67p-2,
        -0x1.b31d8a68224e9p-3,
        -0x1.6574f0ac07758p-3,
        -0x1.1aa2bc79c81p-3,
        -0x1.a4e76ce8c0e5ep-4,
        -0x1.1973c5a611cccp-4,
        -0x1.252f438e10c1ep-5,
        0,
        0x1.aa5aa5df25984p-5,
        0x1.c5e53aa362eb4p-4,
        0x1.526e57720db08p-3,
        0x1.bc2860d22477p-3,
        0x1.1058bc8a07ee1p-2,
        0x1.4043057b6ee09p-2
    };

    private FloatMath() {}

    private static long[] powers() {
        long[] powers = new long[EXP_STEPS];
        for (int step = 0; step < EXP_STEPS; step++) {
            double power = StrictMath.pow(2, (double) step / EXP_STEPS);
            powers[step] = Double.doubleToRawLongBits(power) - ((long) step << 47);
        }
        return powers;
    }

    static float exp(float x) {
        if (Float.isNaN(x) || x > EXP_OVERFLOW) {
            return x + Float.POSITIVE_INFINITY;
        }
        if (x < EXP_UNDERFLOW) {
            return 0;
        }
        double rounded = Math.fma(EXP_SCALE, x, ROUND);
        long steps = Double.doubleToRawLongBits(rounded);
        double power = Double.longBitsToDouble(POWERS[(int) steps & (EXP_STEPS - 1)] + (steps << 47));
        double rest = Math.fma(EXP_SCALE, x, -(rounded - ROUND));
        double high = Math.fma(EXP_POLYNOMIAL[0], rest, EXP_POLYNOMIAL[1]);
        double low = Math.fma(EXP_POLYNOMIAL[2], rest, 1);
        return (float) (Math.fma(high, rest * rest, low) * power);
    }

    static float log(float x) {
        if (!(x > 0 && x < Float.POSITIVE_INFINITY)) {
            return (float) Math.log(x);
        }
        int bits =
                x < Float.MIN_NORMAL ? Float.floatToRawIntBits(x * 0x1p23f) - (23 << 23) : Float.floatToRawIntBits(x);
        int fromOffset = bits - LOG_OFFSET;
        int part = (fromOffset >>> 19) & 15;
        double between = Float.intBitsToFloat(bits - (fromOffset & 0xff800000));
        double rest = Math.fma(between, INVERSES[part], -1);
        double whole = Math.fma(fromOffset >> 23, LN_2, LOGARITHMS[part]);
        double square = rest * rest;
        double polynomial = Math.fma(LOG_POLYNOMIAL[1], rest, LOG_POLYNOMIAL[2]);
        polynomial = Math.fma(LOG_POLYNOMIAL[0], square, polynomial);
        return (float) Math.fma(polynomial, square, whole + rest);
    }
}
