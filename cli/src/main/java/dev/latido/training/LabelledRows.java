package dev.latido.training;

import dev.latido.backtest.CustomerId;
import dev.latido.model.artifact.FeatureColumn;
import dev.latido.model.training.TrainingRows;
import dev.latido.model.training.TrainingRows.Row;
import dev.latido.training.RecordedOutcome.What;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Rows with what came of them within a horizon: from right after the row to its end, inclusive. Rows whose horizon reaches past
 * the end of the data are left out, also those of which it is already known that it came true: to keep only these would make it
 * look more frequent than it is.
 *
 * @param rows in order of time, tenant and customer
 * @param left rows that were left out because the customer had already said to leave
 * @param open rows that were left out because their horizon is not over
 */
record LabelledRows(TrainingRows rows, int left, int open) {

    private static final double DAY = 86_400_000.0;
    private static final double DAYS_OF_A_YEAR = 365;
    private static final double CENTS = 100;

    /** A row before it is put in order. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Labelled(CustomerId customer, long at, float[] values, float label, double daysToEvent) {}

    static LabelledRows of(FeatureHistory history, Map<CustomerId, Course> courses, Target target, Duration horizon) {
        List<Labelled> found = new ArrayList<>();
        int left = 0;
        int open = 0;
        long lastAt = history.end().minus(horizon).toEpochMilli();
        for (Map.Entry<CustomerId, RecordedCustomer> customer :
                history.customers().entrySet()) {
            Course course = courses.getOrDefault(customer.getKey(), Course.of(List.of(), target));
            for (Map.Entry<Long, float[]> row : customer.getValue().rows().entrySet()) {
                if (!course.isOpen(row.getKey())) {
                    left++;
                } else if (row.getKey() > lastAt) {
                    open++;
                } else {
                    found.add(labelled(customer, row, course, target, horizon));
                }
            }
        }
        return new LabelledRows(inOrder(history.features(), found), left, open);
    }

    private static Labelled labelled(
            Map.Entry<CustomerId, RecordedCustomer> customer,
            Map.Entry<Long, float[]> row,
            Course course,
            Target target,
            Duration horizon) {
        long at = row.getKey();
        if (target == Target.REVENUE) {
            float revenue = revenue(customer.getValue().outcomes(), at, horizon);
            return new Labelled(customer.getKey(), at, row.getValue(), revenue, Double.NaN);
        }
        long until = course.untilEvent(at);
        boolean comesTrue = until <= horizon.toMillis();
        return new Labelled(
                customer.getKey(), at, row.getValue(), comesTrue ? 1 : 0, comesTrue ? until / DAY : Double.NaN);
    }

    /** What is paid, less what is given back, within the horizon, as if it went on like that for a year; at least 0. */
    private static float revenue(List<RecordedOutcome> outcomes, long at, Duration horizon) {
        long cents = 0;
        for (RecordedOutcome outcome : outcomes) {
            if (outcome.at() > at && outcome.at() - at <= horizon.toMillis()) {
                cents += outcome.what() == What.PAYMENT
                        ? outcome.amountCents()
                        : outcome.what() == What.REFUND ? -Math.abs(outcome.amountCents()) : 0;
            }
        }
        return (float) Math.max(0, cents / CENTS * DAYS_OF_A_YEAR / horizon.toDays());
    }

    private static TrainingRows inOrder(List<String> features, List<Labelled> found) {
        found.sort(Comparator.comparingLong(Labelled::at).thenComparing(Labelled::customer));
        TrainingRows rows = new TrainingRows(features.stream()
                .map(name -> new FeatureColumn(name, FeatureColumn.Type.FLOAT))
                .toList());
        for (Labelled row : found) {
            float[] values = Arrays.copyOf(row.values(), features.size());
            Arrays.fill(values, row.values().length, values.length, Float.NaN);
            rows.add(
                    new Row(row.customer().tenantId() + "/" + row.customer().customerId(), row.at(), row.daysToEvent()),
                    row.label(),
                    values,
                    0);
        }
        return rows;
    }
}
