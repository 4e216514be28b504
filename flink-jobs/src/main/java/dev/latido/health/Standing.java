package dev.latido.health;

import dev.latido.event.HealthComponents;
import dev.latido.event.Level;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import org.jspecify.annotations.Nullable;

/** What is kept of an evaluation: score, components, band and level. Empty before the first one. */
public final class Standing {

    private boolean known;
    private int scoreTenths;
    private int usageTenths;
    private int adoptionTenths;
    private int supportTenths;
    private int paymentTenths;
    private int engagementTenths;
    private Band band = Band.ONBOARDING;
    private Level level = Level.NONE;

    public void keep(Assessment found) {
        known = true;
        scoreTenths = found.scoreTenths;
        usageTenths = found.usageTenths;
        adoptionTenths = found.adoptionTenths;
        supportTenths = found.supportTenths;
        paymentTenths = found.paymentTenths;
        engagementTenths = found.engagementTenths;
        band = found.band;
        level = found.level;
    }

    public void keep(Standing other) {
        known = other.known;
        scoreTenths = other.scoreTenths;
        usageTenths = other.usageTenths;
        adoptionTenths = other.adoptionTenths;
        supportTenths = other.supportTenths;
        paymentTenths = other.paymentTenths;
        engagementTenths = other.engagementTenths;
        band = other.band;
        level = other.level;
    }

    public boolean isKnown() {
        return known;
    }

    /** Null before the first evaluation. */
    public @Nullable Double score() {
        return known ? Double.valueOf(scoreTenths / 10.0) : null;
    }

    /** Null before the first evaluation. */
    public @Nullable HealthComponents components() {
        return known
                ? new HealthComponents(
                        usageTenths / 10.0,
                        adoptionTenths / 10.0,
                        supportTenths / 10.0,
                        paymentTenths / 10.0,
                        engagementTenths / 10.0)
                : null;
    }

    public Band band() {
        return band;
    }

    public Level level() {
        return level;
    }

    public void write(StateWriter out) {
        out.flag(known);
        if (known) {
            out.signed(scoreTenths).signed(usageTenths).signed(adoptionTenths);
            out.signed(supportTenths).signed(paymentTenths).signed(engagementTenths);
            out.choice(band).choice(level);
        }
    }

    public static Standing read(StateReader in) {
        Standing read = new Standing();
        read.known = in.flag();
        if (read.known) {
            read.scoreTenths = in.integer();
            read.usageTenths = in.integer();
            read.adoptionTenths = in.integer();
            read.supportTenths = in.integer();
            read.paymentTenths = in.integer();
            read.engagementTenths = in.integer();
            read.band = in.oneOf(Band.values());
            read.level = in.oneOf(Level.values());
        }
        return read;
    }
}
