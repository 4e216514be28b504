package dev.latido.simulator.business;

import java.util.Locale;

/**
 * One customer under all its names, as each tool invents its own.
 *
 * @param number from 1
 * @param salt a number of its own from which further ids are made
 * @param customer the name in the truth
 * @param segmentGroup the group id in Segment
 * @param stripeCustomer the customer id in Stripe
 * @param stripeSubscription the subscription id in Stripe
 * @param zendeskOrganization the organization id in Zendesk
 */
public record Identity(
        int number,
        long salt,
        String customer,
        String segmentGroup,
        String stripeCustomer,
        String stripeSubscription,
        long zendeskOrganization) {

    private static final long FIRST_ORGANIZATION = 360_000_000_000L;

    /** The names of the customer of that number in the world of that seed. */
    public static Identity of(long seed, int number) {
        long salt = Chance.mix(seed, number);
        return new Identity(
                number,
                salt,
                String.format(Locale.ROOT, "acct-%04d", number),
                "grp_" + Token.hex(Chance.mix(salt, -1), 12),
                "cus_" + Token.letters(Chance.mix(salt, -2), 14),
                "sub_1" + Token.letters(Chance.mix(salt, -3), 23),
                FIRST_ORGANIZATION + number * 1_009L + Math.floorMod(salt, 1_009));
    }
}
