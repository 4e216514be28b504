package dev.latido.live;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Until when something must have happened. */
final class Deadline {

    private static final long LOOK_EVERY_MILLIS = 20;

    private Deadline() {}

    /** Waits until the condition holds; fails with what was awaited, and what is known of why it has not come. */
    static void await(Duration longest, String what, Callable<Boolean> condition, Supplier<String> why)
            throws Exception {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + longest.toSeconds() + " s: " + what + "\n" + why.get());
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }
}
