package dev.latido.backtest;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What rules found in recorded events.
 *
 * @param rules all that were run, also those that found nothing; in the order in which they are reported
 * @param customers everybody with at least one event
 * @param firings of all rules, in order of time
 */
public record History(Span span, List<BacktestedRule> rules, List<SeenCustomer> customers, List<Firing> firings) {

    private static final Comparator<Firing> ORDER = Comparator.comparing(Firing::at)
            .thenComparing(Firing::customer)
            .thenComparing(Firing::ruleId)
            .thenComparing(Firing::ruleVersion)
            .thenComparing(firing -> String.join("\n", firing.eventIds()));

    public History {
        requireNonNull(span, "span");
        rules = List.copyOf(rules);
        customers = customers.stream()
                .sorted(Comparator.comparing(SeenCustomer::id))
                .toList();
        firings = firings.stream().sorted(ORDER).toList();
        requireKnown(rules, customers, firings);
    }

    private static void requireKnown(List<BacktestedRule> rules, List<SeenCustomer> customers, List<Firing> firings) {
        Set<String> ruleIds = new HashSet<>();
        rules.forEach(rule -> require(ruleIds.add(rule.id()), "two rules are called " + rule.id()));
        Set<CustomerId> seen = new HashSet<>();
        customers.forEach(customer -> require(seen.add(customer.id()), customer.id() + " is listed twice"));
        for (Firing firing : firings) {
            require(ruleIds.contains(firing.ruleId()), "there is no rule " + firing.ruleId());
            require(seen.contains(firing.customer()), "there is no customer " + firing.customer());
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
