package dev.latido.training;

import dev.latido.model.training.TrainingRows;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Lets feedback speak where the outcome does not: a customer who was at risk and stayed, perhaps because somebody cared, is one to
 * learn from as if they had left. Rows to judge by are left as they are.
 */
final class FeedbackJoin {

    private final TrainingRows rows;
    private final Map<String, NavigableMap<Long, Integer>> byCustomer = new HashMap<>();

    private FeedbackJoin(TrainingRows rows) {
        this.rows = rows;
    }

    /**
     * Changes the label of the latest row of each customer at or before the feedback, unless that is older than the horizon.
     *
     * @param learnedTo the last time of rows that may be changed
     * @return how many labels were changed
     */
    static int join(TrainingRows rows, List<Feedback> feedback, Duration horizon, Instant learnedTo) {
        FeedbackJoin join = new FeedbackJoin(rows);
        for (int row = 0; row < rows.count(); row++) {
            join.byCustomer
                    .computeIfAbsent(rows.row(row).subject(), any -> new TreeMap<>())
                    .put(rows.row(row).at(), row);
        }
        return (int) feedback.stream()
                .filter(said -> join.changes(said, horizon, learnedTo.toEpochMilli()))
                .count();
    }

    private boolean changes(Feedback said, Duration horizon, long learnedTo) {
        long at = said.at().toEpochMilli();
        Map.Entry<Long, Integer> latest =
                byCustomer.getOrDefault(said.subject(), new TreeMap<>()).floorEntry(at);
        boolean isOld = latest == null || at - latest.getKey() > horizon.toMillis();
        if (isOld || latest.getKey() > learnedTo || !said.atRisk() || rows.label(latest.getValue()) > 0) {
            return false;
        }
        rows.setLabel(latest.getValue(), 1);
        return true;
    }
}
