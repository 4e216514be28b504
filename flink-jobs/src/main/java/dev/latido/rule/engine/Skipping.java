package dev.latido.rule.engine;

import dev.latido.rule.Match;
import dev.latido.rule.MatchListener;
import dev.latido.rule.SkipStrategy;
import java.util.List;

/**
 * Lets whole matches go, the earliest first, and drops what overlaps them, as Flink CEP does it after each event. Where
 * matches are skipped, a whole one is held back for as long as one waits that began before it.
 */
final class Skipping {

    private static final long NOTHING = Long.MIN_VALUE;

    private final Plan plan;
    private final Tracer tracer;
    private final SkipStrategy skip;
    private final int step;

    Skipping(Plan plan, Tracer tracer) {
        this.plan = plan;
        this.tracer = tracer;
        skip = plan.sequence().skip();
        step = plan.names().indexOf(skip.step());
    }

    void settle(PartialMatches matches, long at, MatchListener listener) {
        boolean inTurn = skip.way() != SkipStrategy.Way.NONE;
        for (Link whole = matches.release(inTurn); whole != null; whole = matches.release(inTurn)) {
            Match match = plan.match(whole);
            long order = orderToSkipTo(whole);
            if (order != NOTHING) {
                List<Link> dropped = matches.removeBefore(order, plan);
                tracer.pruned(dropped, match, at);
            }
            listener.matched(match, at);
        }
    }

    /** Whatever began before this order overlaps the match. */
    private long orderToSkipTo(Link whole) {
        return switch (skip.way()) {
            case NONE -> NOTHING;
            case TO_NEXT -> whole.startOrder() + 1;
            case PAST_LAST_EVENT -> whole.order() + 1;
            case TO_FIRST -> whole.firstOrder(step, NOTHING);
            case TO_LAST -> whole.lastOrder(step, NOTHING);
        };
    }
}
