package dev.latido.bench.rules;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Measures a job that runs in this process, from its first event to its last result. One job runs at a time. */
final class Stopwatch {

    /**
     * What a run took and found.
     *
     * @param matches as lines of text, sorted
     */
    record Run(double seconds, double cpuSeconds, List<String> matches) {}

    private static final List<String> MATCHES = new ArrayList<>();
    private static long startedNanos;
    private static long startedCpuNanos;
    private static double seconds;
    private static double cpuSeconds;

    private Stopwatch() {}

    static synchronized void start() {
        MATCHES.clear();
        startedCpuNanos = processCpuNanos();
        startedNanos = System.nanoTime();
    }

    static synchronized void found(String match) {
        MATCHES.add(match);
    }

    static synchronized void stop() {
        seconds = (System.nanoTime() - startedNanos) / 1e9;
        cpuSeconds = (processCpuNanos() - startedCpuNanos) / 1e9;
    }

    static synchronized Run read() {
        return new Run(seconds, cpuSeconds, MATCHES.stream().sorted().toList());
    }

    private static long processCpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
