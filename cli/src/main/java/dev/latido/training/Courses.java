package dev.latido.training;

import dev.latido.backtest.CustomerId;
import dev.latido.backtest.Departure;
import dev.latido.backtest.SeenCustomer;
import dev.latido.backtest.Truth;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The courses that customers took, by what was recorded or by a truth file. */
final class Courses {

    /** The causes of a truth file that say that the customer did not want to leave. */
    private static final Set<String> INVOLUNTARY = Set.of("unpaid", "involuntary");

    private Courses() {}

    /** By the outcomes that the job recorded. */
    static Map<CustomerId, Course> recorded(FeatureHistory history, Target target) {
        Map<CustomerId, Course> courses = new HashMap<>();
        history.customers().forEach((id, customer) -> courses.put(id, Course.of(customer.outcomes(), target)));
        return courses;
    }

    /**
     * By a truth, which knows best who left.
     *
     * @throws UnusableFeaturesException when the truth cannot say what is to be predicted
     */
    static Map<CustomerId, Course> told(FeatureHistory history, Truth truth, Target target) {
        List<SeenCustomer> seen = history.customers().entrySet().stream()
                .map(customer -> new SeenCustomer(
                        customer.getKey(),
                        Instant.ofEpochMilli(customer.getValue().firstAt()),
                        Instant.ofEpochMilli(customer.getValue().lastAt())))
                .toList();
        boolean hasCauses = truth.departures().stream()
                .anyMatch(departure -> departure.cause().isPresent());
        if (target != Target.CHURN && !hasCauses) {
            throw new UnusableFeaturesException("The truth file has no column cause, so that it does not say who left "
                    + target.text() + "; it can say who left at all, with --target churn.");
        }
        Map<CustomerId, Departure> departures = truth.among(seen);
        Map<CustomerId, Course> courses = new HashMap<>();
        history.customers().forEach((id, customer) -> {
            Departure departure = departures.get(id);
            List<RecordedOutcome> outcomes = customer.outcomes();
            courses.put(
                    id,
                    departure == null
                            ? Course.of(outcomes, Target.REVENUE)
                            : Course.left(outcomes, departure.at().toEpochMilli(), counts(departure, target)));
        });
        return courses;
    }

    private static boolean counts(Departure departure, Target target) {
        boolean involuntary = departure
                .cause()
                .map(cause -> INVOLUNTARY.contains(cause.toLowerCase(Locale.ROOT)))
                .orElse(false);
        return target == Target.CHURN || (target == Target.INVOLUNTARY) == involuntary;
    }
}
