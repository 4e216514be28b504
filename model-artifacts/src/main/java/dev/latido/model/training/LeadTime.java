package dev.latido.model.training;

import dev.latido.model.evaluation.LabelledScores;
import dev.latido.model.evaluation.LabelledScores.Tie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** How long before it came true it was predicted: from the first row of somebody that was, to what came true. */
final class LeadTime {

    private LeadTime() {}

    /** The median in days over all of whom it was predicted rightly; a row counts as predicted above the cut. */
    static OptionalDouble median(TrainingRows rows, int[] some, double[] scores, double cut) {
        Map<String, TrainingRows.Row> first = new HashMap<>();
        for (int i = 0; i < some.length; i++) {
            TrainingRows.Row row = rows.row(some[i]);
            if (scores[i] > cut && rows.label(some[i]) > 0 && !Double.isNaN(row.daysToEvent())) {
                first.merge(row.subject(), row, (one, other) -> one.at() <= other.at() ? one : other);
            }
        }
        List<Double> days = first.values().stream()
                .map(TrainingRows.Row::daysToEvent)
                .sorted()
                .toList();
        int middle = days.size() / 2;
        return days.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        days.size() % 2 == 1 ? days.get(middle) : (days.get(middle - 1) + days.get(middle)) / 2);
    }

    /** A cut that not more than the share of the rows with the highest scores is above. */
    static double cutOfTop(LabelledScores scores, double share) {
        long most = (long) Math.ceil(share * scores.rows());
        long seen = 0;
        for (Tie tie : scores.ties()) {
            seen += tie.rows();
            if (seen > most) {
                return tie.score();
            }
        }
        return Double.NEGATIVE_INFINITY;
    }
}
