package dev.latido.simulator.business;

import java.util.Locale;

/** Why a simulated customer left. */
public enum ChurnCause {
    /** They never got the product to work for them. */
    ONBOARDING,
    /** They had been unhappy for long. */
    DISSATISFACTION,
    /** Their payments failed until the subscription ended. */
    UNPAID,
    /** They hardly used it any more. */
    LOW_USAGE,
    /** Their tickets stayed unsolved. */
    SUPPORT,
    /** It cost too much, or a reason that nothing before shows. */
    PRICE;

    /** As the truth file writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
