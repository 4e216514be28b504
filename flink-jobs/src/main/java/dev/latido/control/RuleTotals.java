package dev.latido.control;

import dev.latido.rule.RuleStatus;
import java.util.Optional;

/**
 * How many partial matches a change has kept and dropped so far.
 *
 * @param status what was published when the change was accepted
 * @param published how many of both the latest publication counted
 * @param seen how many there were when this was last asked
 */
public record RuleTotals(RuleStatus status, long kept, long dropped, long published, long seen) {

    private static final int SHARE = 10;

    static RuleTotals of(RuleStatus status) {
        return new RuleTotals(status, 0, 0, 0, 0);
    }

    RuleTotals plus(long moreKept, long moreDropped) {
        return new RuleTotals(status, kept + moreKept, dropped + moreDropped, published, seen);
    }

    private long all() {
        return kept + dropped;
    }

    /**
     * What is to be published: nothing while the counts grow by little, or do not. So customers who come one after the other
     * do not make a record each.
     */
    Optional<RuleStatus> due() {
        boolean grownMuch = (all() - published) * SHARE >= all();
        boolean standsStill = all() == seen;
        return all() > published && (grownMuch || standsStill)
                ? Optional.of(status.matches(kept, dropped))
                : Optional.empty();
    }

    /** What has not been published. */
    Optional<RuleStatus> rest() {
        return all() > published ? Optional.of(status.matches(kept, dropped)) : Optional.empty();
    }

    /** The same, after {@link #due} or {@link #rest} have been asked. */
    RuleTotals asked(boolean wasPublished) {
        return new RuleTotals(status, kept, dropped, wasPublished ? all() : published, all());
    }
}
