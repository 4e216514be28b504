package dev.latido.simulator.business;

import java.util.Locale;

/** A plan on the price list. */
public enum Offer {
    STARTER(1_900, 3),
    TEAM(4_900, 8),
    BUSINESS(14_900, 18),
    SCALE(49_900, 30);

    private static final int MONTHS_PAID_PER_YEAR = 10;

    private final long monthlyCents;
    private final int seats;

    Offer(long monthlyCents, int seats) {
        this.monthlyCents = monthlyCents;
        this.seats = seats;
    }

    /** US cents per month or per year. */
    public long cents(boolean annual) {
        return annual ? MONTHS_PAID_PER_YEAR * monthlyCents : monthlyCents;
    }

    public int seats() {
        return seats;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The next larger plan; the largest has itself. */
    Offer larger() {
        return switch (this) {
            case STARTER -> TEAM;
            case TEAM -> BUSINESS;
            case BUSINESS, SCALE -> SCALE;
        };
    }

    /** The next smaller plan; the smallest has itself. */
    Offer smaller() {
        return switch (this) {
            case STARTER, TEAM -> STARTER;
            case BUSINESS -> TEAM;
            case SCALE -> BUSINESS;
        };
    }
}
