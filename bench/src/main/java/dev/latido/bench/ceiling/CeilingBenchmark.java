package dev.latido.bench.ceiling;

import dev.latido.ceiling.Ceiling;
import dev.latido.ceiling.CeilingTrial;
import dev.latido.replay.TemporaryDirectory;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** A model of churn and the ceiling that the simulator's hidden hazards are, over several simulated businesses. */
public final class CeilingBenchmark {

    private static final int CUSTOMERS = 3_000;
    private static final long[] SEEDS = {7, 8, 9};

    private CeilingBenchmark() {}

    public static void run(PrintStream out) throws Exception {
        out.println("seed customers leaving auc-model auc-hidden gap");
        double model = 0;
        double hidden = 0;
        for (long seed : SEEDS) {
            Ceiling found = of(seed);
            out.printf(
                    Locale.ROOT,
                    "%d %d %d %.4f %.4f %.4f%n",
                    seed,
                    found.customers(),
                    found.leaving(),
                    found.model(),
                    found.hidden(),
                    found.gap());
            model += found.model() / SEEDS.length;
            hidden += found.hidden() / SEEDS.length;
        }
        out.printf(Locale.ROOT, "ceiling-model %.4f AUC, mean of %d businesses%n", model, SEEDS.length);
        out.printf(Locale.ROOT, "ceiling-hidden %.4f AUC, mean of %d businesses%n", hidden, SEEDS.length);
        out.printf(Locale.ROOT, "ceiling-gap %.4f (goal: at most 0.05)%n", hidden - model);
    }

    private static Ceiling of(long seed) throws Exception {
        try (TemporaryDirectory directory = TemporaryDirectory.in(Path.of(System.getProperty("java.io.tmpdir")))) {
            return CeilingTrial.of(CUSTOMERS, seed, directory.path()).run();
        }
    }
}
