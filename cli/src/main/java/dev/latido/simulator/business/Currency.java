package dev.latido.simulator.business;

import java.util.Locale;

/** What an account pays in. */
public enum Currency {
    USD(1.0),
    EUR(0.9),
    GBP(0.8),
    /** Has no minor unit: one dollar's cent is about one and a half yen. */
    JPY(1.5);

    private final double unitsPerCent;

    Currency(double unitsPerCent) {
        this.unitsPerCent = unitsPerCent;
    }

    /** US cents in the smallest unit of this currency. */
    public long of(long usdCents) {
        return Math.round(usdCents * unitsPerCent);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
