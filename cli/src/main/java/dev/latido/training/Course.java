package dev.latido.training;

import dev.latido.training.RecordedOutcome.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The course that a customer took: when what is to be predicted came true, and when the customer had already said to leave.
 *
 * <p>A customer leaves when notice is given, not when it takes effect; without notice, when the last subscription has ended. A
 * notice that is withdrawn before it takes effect counts all the same: the customer had made up their mind, and what then
 * changed it, an offer perhaps, is what a prediction is for. From the notice on, until it is withdrawn or has taken effect,
 * there is nothing to predict.
 */
final class Course {

    private static final long DAY = 86_400_000L;

    private final List<Long> events = new ArrayList<>();
    private final NavigableMap<Long, Boolean> leaving = new TreeMap<>();

    private Course() {}

    /** By what was recorded. */
    static Course of(List<RecordedOutcome> outcomes, Target target) {
        Course course = new Course();
        boolean noticed = false;
        for (RecordedOutcome outcome : outcomes) {
            if (isEvent(outcome, target, noticed)) {
                course.events.add(outcome.at());
            }
            if (outcome.what() == What.NOTICE) {
                noticed = true;
                course.leaving.put(outcome.at(), true);
            } else if (outcome.what() == What.WITHDRAWN || outcome.what() == What.CANCELLED) {
                noticed = false;
                course.leaving.put(outcome.at(), false);
            }
        }
        return course;
    }

    private static boolean isEvent(RecordedOutcome outcome, Target target, boolean noticed) {
        boolean leaves = !noticed && (outcome.what() == What.NOTICE || outcome.what() == What.CANCELLED);
        boolean involuntary = outcome.involuntary();
        return switch (target) {
            case CHURN -> leaves;
            case VOLUNTARY -> leaves && !involuntary;
            case INVOLUNTARY -> leaves && involuntary;
            case CONTRACTION -> outcome.what() == What.DOWNGRADE;
            case UPGRADE -> outcome.what() == What.UPGRADE;
            case REVENUE -> false;
        };
    }

    /**
     * By a truth that says who left and when: notice that was given before and not withdrawn counts instead, where it was
     * recorded.
     *
     * @param leftAt in milliseconds since 1970
     * @param counts whether this is the way of leaving that is to be predicted
     */
    static Course left(List<RecordedOutcome> outcomes, long leftAt, boolean counts) {
        Course course = of(
                outcomes.stream()
                        .filter(outcome -> outcome.at() <= leftAt && !isTheEndItself(outcome, leftAt))
                        .toList(),
                Target.REVENUE);
        long at = leftAt;
        for (Map.Entry<Long, Boolean> change : course.leaving.entrySet()) {
            at = change.getValue() ? Math.min(at, change.getKey()) : leftAt;
        }
        course.leaving.put(at, true);
        course.leaving.tailMap(at, false).clear();
        if (counts) {
            course.events.add(at);
        }
        return course;
    }

    /** What the truth says in other words, by a clock that may be a little behind. */
    private static boolean isTheEndItself(RecordedOutcome outcome, long leftAt) {
        return outcome.what() == What.CANCELLED && leftAt - outcome.at() <= DAY;
    }

    /** Whether there is something to predict at this time. */
    boolean isOpen(long at) {
        Map.Entry<Long, Boolean> latest = leaving.floorEntry(at);
        return latest == null || !latest.getValue();
    }

    /** The time until the first event after this one, in milliseconds; more than any horizon where there is none. */
    long untilEvent(long at) {
        return events.stream()
                .filter(event -> event > at)
                .mapToLong(event -> event - at)
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
