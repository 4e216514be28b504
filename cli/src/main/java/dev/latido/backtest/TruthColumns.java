package dev.latido.backtest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns of a truth file mean what. Case, spaces, hyphens and underscores in a column's name do not matter; columns of
 * other names are left alone.
 */
record TruthColumns(int customer, int churnedAt, Optional<Integer> tenant, Optional<Integer> cause) {

    static final String ALLOWED =
            "customer (or customer_id, account, account_id, user, user_id) and churned_at (or churn_at,"
                    + " churn_time, churn_date, churned, cancelled_at, canceled_at, left_at, ended_at)";

    private static final Set<String> CUSTOMER =
            Set.of("customer", "customerid", "account", "accountid", "user", "userid");
    private static final Set<String> CHURNED_AT = Set.of(
            "churnedat",
            "churnat",
            "churntime",
            "churndate",
            "churned",
            "cancelledat",
            "canceledat",
            "leftat",
            "endedat");
    private static final Set<String> TENANT = Set.of("tenant", "tenantid");
    private static final Set<String> CAUSE = Set.of("cause", "reason", "churncause", "churnreason");

    /** @throws IllegalArgumentException with a sentence, where a column is missing or there twice */
    static TruthColumns of(List<String> header) {
        return new TruthColumns(
                required(header, CUSTOMER), required(header, CHURNED_AT), find(header, TENANT), find(header, CAUSE));
    }

    private static int required(List<String> header, Set<String> names) {
        return find(header, names)
                .orElseThrow(() -> new IllegalArgumentException("the header is \"" + String.join(",", header)
                        + "\"; it needs the columns " + ALLOWED + ", and may have tenant and cause"));
    }

    private static Optional<Integer> find(List<String> header, Set<String> names) {
        Optional<Integer> found = Optional.empty();
        for (int column = 0; column < header.size(); column++) {
            if (names.contains(plain(header.get(column)))) {
                if (found.isPresent()) {
                    throw new IllegalArgumentException("the columns " + header.get(found.get()) + " and "
                            + header.get(column) + " mean the same; rename one of them");
                }
                found = Optional.of(column);
            }
        }
        return found;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
