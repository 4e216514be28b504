package dev.latido.health;

import static dev.latido.state.StateReader.NEVER;

import dev.latido.memory.DayCounts;
import dev.latido.memory.UtcDay;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;

/** How a customer pays: failures by day, and the latest instants that decide whether one is open. */
final class Payments {

    private DayCounts failures = new DayCounts(Health.QUARTER_DAYS);
    private long succeededAt = NEVER;
    private long failedAt = NEVER;
    /** The latest failed payment or overdue invoice. */
    private long missedAt = NEVER;

    void succeeded(long at) {
        succeededAt = Math.max(succeededAt, at);
    }

    void failed(long at, int today) {
        failedAt = Math.max(failedAt, at);
        missed(at, today);
    }

    void overdue(long at, int today) {
        missed(at, today);
    }

    private void missed(long at, int today) {
        missedAt = Math.max(missedAt, at);
        failures.add(UtcDay.of(at), 1, today);
    }

    void advance(int today) {
        failures.advance(today);
    }

    long failures() {
        return failures.total();
    }

    boolean hasOpenFailure() {
        return missedAt != NEVER && missedAt > succeededAt;
    }

    /** Whether a payment failed less than the given time ago and none has succeeded after it. */
    boolean failedWithin(long millis, long now) {
        return failedAt != NEVER && now - failedAt < millis && succeededAt <= failedAt;
    }

    /** The latest success; {@link StateReader#NEVER} when there is none. */
    long succeededAt() {
        return succeededAt;
    }

    void write(StateWriter out) {
        failures.write(out);
        out.instant(succeededAt).instant(failedAt).instant(missedAt);
    }

    static Payments read(StateReader in) {
        Payments read = new Payments();
        read.failures = DayCounts.read(Health.QUARTER_DAYS, in);
        read.succeededAt = in.instant();
        read.failedAt = in.instant();
        read.missedAt = in.instant();
        return read;
    }
}
