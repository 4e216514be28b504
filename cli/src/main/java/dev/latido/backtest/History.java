package dev.latido.backtest;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What rules, and their counterparts, found in recorded events.
 *
 * @param rules all that were run, also those that found nothing; in the order in which they are reported
 * @param counterparts in the order in which they are reported
 * @param customers everybody with at least one event
 * @param firings of all rules and counterparts, in order of time
 */
public record History(
        Span span,
        List<BacktestedRule> rules,
        List<Counterpart> counterparts,
        List<SeenCustomer> customers,
        List<Firing> firings) {

    private static final Comparator<Firing> ORDER = Comparator.comparing(Firing::at)
            .thenComparing(Firing::customer)
            .thenComparing(Firing::ruleId)
            .thenComparing(Firing::ruleVersion)
            .thenComparing(firing -> String.join("\n", firing.eventIds()));

    public History {
        requireNonNull(span, "span");
        rules = List.copyOf(rules);
        counterparts = List.copyOf(counterparts);
        customers = customers.stream()
                .sorted(Comparator.comparing(SeenCustomer::id))
                .toList();
        firings = firings.stream().sorted(ORDER).toList();
        Set<String> ids = new HashSet<>();
        rules.forEach(rule -> require(ids.add(rule.id()), "two rules are called " + rule.id()));
        counterparts.forEach(other -> require(ids.add(other.id()), "something else is called " + other.id()));
        requireKnown(ids, customers, firings);
    }

    private static void requireKnown(Set<String> ids, List<SeenCustomer> customers, List<Firing> firings) {
        Set<CustomerId> seen = new HashSet<>();
        customers.forEach(customer -> require(seen.add(customer.id()), customer.id() + " is listed twice"));
        for (Firing firing : firings) {
            require(ids.contains(firing.ruleId()), "there is no rule " + firing.ruleId());
            require(seen.contains(firing.customer()), "there is no customer " + firing.customer());
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
