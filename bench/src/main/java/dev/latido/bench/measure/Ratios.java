package dev.latido.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ratios of the pairs of a contest: of the time that passed, and of the time that processors worked. */
public final class Ratios {

    private final List<Double> time = new ArrayList<>();
    private final List<Double> cpu = new ArrayList<>();

    public void add(Cost dividend, Cost divisor) {
        time.add(dividend.seconds() / divisor.seconds());
        cpu.add(dividend.cpuSeconds() / divisor.cpuSeconds());
    }

    /** The line of these ratios; the goal may be empty. */
    public String line(String name, String goal) {
        return String.format(
                Locale.ROOT,
                "%s %.2f (%.2f to %.2f, %d pairs) of time; of cpu %.2f (%.2f to %.2f)%s",
                name,
                median(time),
                least(time),
                most(time),
                time.size(),
                median(cpu),
                least(cpu),
                most(cpu),
                goal.isEmpty() ? "" : "; goal " + goal);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    private static double least(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    private static double most(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }
}
