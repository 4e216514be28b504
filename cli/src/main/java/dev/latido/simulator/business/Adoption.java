package dev.latido.simulator.business;

import java.util.ArrayList;
import java.util.List;

/** How an account takes the product up: its onboarding, and the features that it has found. */
final class Adoption {

    private static final int ONBOARDING_DAYS = 21;
    private static final double FADING_DAYS = 16;
    private static final int FEATURES_WHEN_FAILED = 4;

    private final boolean succeeds;
    private final double curiosity;
    private final List<String> found = new ArrayList<>();
    private final List<String> open = new ArrayList<>(Product.FEATURES);

    Adoption(boolean succeeds, double curiosity, Chance chance) {
        this.succeeds = succeeds;
        this.curiosity = curiosity;
        find(chance);
        find(chance);
    }

    /** One more day after so many, with the product liked so much. */
    void grow(int tenureDays, double satisfaction, Chance chance) {
        if (chance.happens(curiosity * pace(tenureDays) * StrictMath.exp(0.3 * satisfaction))) {
            find(chance);
        }
    }

    boolean failed() {
        return !succeeds;
    }

    /** The part of its ordinary use that an account has reached, or that is left of it where onboarding fails. */
    double use(int tenureDays) {
        if (succeeds) {
            return Math.min(1, 0.4 + 0.6 * tenureDays / ONBOARDING_DAYS);
        }
        return 0.06 + 0.5 * StrictMath.exp(-tenureDays / FADING_DAYS);
    }

    /** A feature to use: those found first are used most. */
    String pick(Chance chance) {
        double low = Math.min(chance.unit(), chance.unit());
        return found.get((int) (low * found.size()));
    }

    /** The feature that was found last, which is used least. */
    String latest() {
        return found.get(found.size() - 1);
    }

    private double pace(int tenureDays) {
        if (failed() && found.size() >= FEATURES_WHEN_FAILED) {
            return 0.002;
        }
        double rest = (double) open.size() / Product.FEATURES.size();
        return rest * (tenureDays < ONBOARDING_DAYS ? 0.35 : 0.05);
    }

    /** Usually the next one on the common path, sometimes one far ahead. */
    private void find(Chance chance) {
        if (!open.isEmpty()) {
            double low = Math.min(Math.min(chance.unit(), chance.unit()), chance.unit());
            found.add(open.remove((int) (low * open.size())));
        }
    }
}
