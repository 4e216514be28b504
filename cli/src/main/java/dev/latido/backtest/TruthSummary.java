package dev.latido.backtest;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How the truth and the data fit together.
 *
 * @param churned customers that left within the data and after their first event: those that recall counts
 * @param leftBeforeFirstEvent customers of the data that left at or before their first event; never at risk
 * @param leftAfterEnd customers of the data that left after it ends
 * @param unknown those in the truth of whom the data has no event
 * @param eventsAfterLeaving customers that left and have events more than a day later: is the time right?
 * @param baseRate the chance that a customer leaves within the horizon after an instant, both drawn at random
 */
public record TruthSummary(
        int churned,
        int leftBeforeFirstEvent,
        int leftAfterEnd,
        int unknown,
        int eventsAfterLeaving,
        OptionalDouble baseRate) {

    static TruthSummary of(History history, Truth truth, Map<CustomerId, Departure> departures, Hindsight hindsight) {
        List<SeenCustomer> left = history.customers().stream()
                .filter(customer -> departures.containsKey(customer.id()))
                .toList();
        return new TruthSummary(
                hindsight.foreseeable().size(),
                Share.of(left, customer -> !leftAt(customer, departures).isAfter(customer.firstAt()))
                        .hits(),
                Share.of(
                                (Collection<SeenCustomer>) left,
                                customer -> leftAt(customer, departures)
                                        .isAfter(history.span().to()))
                        .hits(),
                truth.departures().size() - departures.size(),
                Share.of(
                                left,
                                customer -> leftAt(customer, departures)
                                        .plusSeconds(86_400)
                                        .isBefore(customer.lastAt()))
                        .hits(),
                hindsight.baseRate());
    }

    private static Instant leftAt(SeenCustomer customer, Map<CustomerId, Departure> departures) {
        Departure departure = departures.get(customer.id());
        return departure == null ? Instant.MAX : departure.at();
    }
}
