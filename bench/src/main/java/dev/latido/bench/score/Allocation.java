package dev.latido.bench.score;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How many bytes scoring a row allocates, by JMH's profiler of the garbage collector. */
final class Allocation {

    private static final String BYTES_PER_CALL = "gc.alloc.rate.norm";

    private Allocation() {}

    /** Runs JMH, in processes of its own; one line per method of {@link AllocationBenchmark}. */
    static List<String> run(PrintStream out) throws RunnerException {
        var options = new OptionsBuilder()
                .include(AllocationBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .build();
        Collection<RunResult> results =
                new Runner(options, OutputFormatFactory.createFormatInstance(out, VerboseMode.NORMAL)).run();
        return results.stream().map(Allocation::line).toList();
    }

    private static String line(RunResult result) {
        String method = result.getParams().getBenchmark();
        Result<?> bytes = requireNonNull(result.getSecondaryResults().get(BYTES_PER_CALL), BYTES_PER_CALL);
        Result<?> time = result.getPrimaryResult();
        return String.format(
                Locale.ROOT,
                "allocation %s %.4f bytes/row (%s; an object has 16 or more), %.0f ns/row",
                method.substring(method.lastIndexOf('.') + 1),
                bytes.getScore(),
                BYTES_PER_CALL,
                time.getScore());
    }
}
