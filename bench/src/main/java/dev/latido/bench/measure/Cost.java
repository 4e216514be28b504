package dev.latido.bench.measure;

import java.lang.management.ManagementFactory;

/** What something took: the time that passed, and the time that processors worked for this process. */
public record Cost(double seconds, double cpuSeconds) {

    /** Begins to measure. */
    public static Meter start() {
        return new Meter(System.nanoTime(), processCpuNanos());
    }

    /** The cost of one of so many things. */
    public Cost per(long count) {
        return new Cost(seconds / count, cpuSeconds / count);
    }

    private static long processCpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** What measures from the instant at which it was made. */
    public static final class Meter {

        private final long startedNanos;
        private final long startedCpuNanos;

        private Meter(long startedNanos, long startedCpuNanos) {
            this.startedNanos = startedNanos;
            this.startedCpuNanos = startedCpuNanos;
        }

        /** The cost until now. */
        public Cost read() {
            return new Cost((System.nanoTime() - startedNanos) / 1e9, (processCpuNanos() - startedCpuNanos) / 1e9);
        }
    }
}
