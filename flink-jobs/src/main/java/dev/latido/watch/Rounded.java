package dev.latido.watch;

import org.jspecify.annotations.Nullable;

/** Figures as they are published: to six decimals. */
final class Rounded {

    private static final double SIX_DECIMALS = 1e6;

    private Rounded() {}

    static double of(double figure) {
        return Math.round(figure * SIX_DECIMALS) / SIX_DECIMALS;
    }

    /** Null for what is not known. */
    static @Nullable Double known(double figure) {
        return Double.isNaN(figure) ? null : Double.valueOf(of(figure));
    }
}
