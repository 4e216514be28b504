package dev.latido.demo;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a number grows, over the last few seconds. */
final class Rate {

    private static final long WINDOW_NANOS = Duration.ofSeconds(3).toNanos();

    private final Deque<Reading> readings = new ArrayDeque<>();

    private record Reading(long nanos, long count) {}

    /** Takes a reading in and returns the growth per second. */
    long perSecond(long nanos, long count) {
        readings.addLast(new Reading(nanos, count));
        while (nanos - readings.getFirst().nanos > WINDOW_NANOS && readings.size() > 2) {
            readings.removeFirst();
        }
        Reading oldest = readings.getFirst();
        double seconds = (nanos - oldest.nanos) / 1e9;
        return seconds == 0 ? 0 : Math.round((count - oldest.count) / seconds);
    }
}
