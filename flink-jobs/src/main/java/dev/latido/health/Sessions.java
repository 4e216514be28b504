package dev.latido.health;

import dev.latido.memory.DayCounts;
import dev.latido.memory.UtcDay;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;

/**
 * The sessions of a customer's users: those going on, and by day of their start those of the last 30 days; how many started,
 * for the last 84 days.
 */
final class Sessions {

    /** Four weeks, and the eight before with which they are compared. */
    static final int STARTED_DAYS = 84;

    private final OpenSessions open;
    private final DayCounts started;
    private final DayCounts closed;
    private final DayCounts closedMillis;

    Sessions() {
        this(
                new OpenSessions(),
                new DayCounts(STARTED_DAYS),
                new DayCounts(Health.MONTH_DAYS),
                new DayCounts(Health.MONTH_DAYS));
    }

    private Sessions(OpenSessions open, DayCounts started, DayCounts closed, DayCounts closedMillis) {
        this.open = open;
        this.started = started;
        this.closed = closed;
        this.closedMillis = closedMillis;
    }

    /** Adds an activity event. With one session too many, the longest idle one is closed with its length so far. */
    void add(long user, long at, Scorecard scorecard) {
        int today = UtcDay.of(at);
        closeOverdue(at, scorecard.sessionGapMillis());
        if (open.touch(user, at)) {
            started.add(today, 1, today);
            while (open.size() > scorecard.maxOpenSessions()) {
                closeEldest(today);
            }
        }
    }

    /** Closes what is over by now and forgets the days that are over. */
    void advance(long now, Scorecard scorecard) {
        closeOverdue(now, scorecard.sessionGapMillis());
        int today = UtcDay.of(now);
        started.advance(today);
        closed.advance(today);
        closedMillis.advance(today);
    }

    private void closeOverdue(long now, long gapMillis) {
        while (!open.isEmpty() && now - open.eldestLast() > gapMillis) {
            closeEldest(UtcDay.of(now));
        }
    }

    private void closeEldest(int today) {
        int day = UtcDay.of(open.eldestStart());
        closed.add(day, 1, today);
        closedMillis.add(day, open.eldestLast() - open.eldestStart(), today);
        open.removeEldest();
    }

    /** Sessions that started on the day {@code first} or later. */
    long startedSince(int first) {
        return started.totalSince(first);
    }

    /** Mean length of the closed sessions; NaN when there is none. */
    double averageMinutes() {
        return closed.total() == 0 ? Double.NaN : (double) closedMillis.total() / closed.total() / 60_000.0;
    }

    void write(StateWriter out) {
        open.write(out);
        started.write(out);
        closed.write(out);
        closedMillis.write(out);
    }

    static Sessions read(StateReader in) {
        return new Sessions(
                OpenSessions.read(in),
                DayCounts.read(STARTED_DAYS, in),
                DayCounts.read(Health.MONTH_DAYS, in),
                DayCounts.read(Health.MONTH_DAYS, in));
    }
}
