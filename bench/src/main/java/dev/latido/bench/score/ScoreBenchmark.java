package dev.latido.bench.score;

import dev.latido.bench.measure.Cost;
import dev.latido.bench.measure.Ratios;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How much faster rows are scored and explained than by other libraries, and what scoring allocates. */
public final class ScoreBenchmark {

    private static final String ALLOCATION = "allocation";

    private static final int PAIRS = 9;
    private static final int WARM_UPS = 2;
    private static final int MANY = 10_000;
    private static final int FEW = 1_000;

    /** ONNX Runtime adds leaves in another order. */
    private static final double FLOATS = 1e-5;

    private static final double CONTRIBUTIONS = 1e-5;

    static final List<Contest> CONTESTS = List.of(
            margins("R1", ">= 90", 0, Way.MATRIX, 1),
            margins("R1defaults", "", 0, Way.MATRIX_DEFAULTS, 1),
            margins("R1inplace", ">= 100", 0, Way.IN_PLACE, 1),
            margins("R1inplacedefaults", "", 0, Way.IN_PLACE_DEFAULTS, 1),
            margins("R2h2o", ">= 7", 0, Way.H2O, 15),
            margins("R2onnx", ">= 10", FLOATS, Way.ONNX, 10),
            margins("R2onnxdefaults", "", FLOATS, Way.ONNX_DEFAULTS, 5),
            contributions("R2shap", ">= 5", Way.CONTRIBUTIONS),
            contributions("R2shapdefaults", "", Way.CONTRIBUTIONS_DEFAULTS));

    private final PrintStream out;
    private final BenchModel model;

    private ScoreBenchmark(PrintStream out, BenchModel model) {
        this.out = out;
        this.model = model;
    }

    public static List<String> names() {
        return Stream.concat(CONTESTS.stream().map(Contest::name), Stream.of(ALLOCATION))
                .toList();
    }

    /** Only the figures of these names. */
    public static void run(PrintStream out, List<String> names) throws Exception {
        List<Contest> contests = CONTESTS.stream()
                .filter(contest -> names.contains(contest.name()))
                .toList();
        List<String> lines = new ArrayList<>();
        if (!contests.isEmpty()) {
            lines.addAll(new ScoreBenchmark(out, BenchModel.train(BenchModel.Shape.GOALS)).runAll(contests, PAIRS));
        }
        if (names.contains(ALLOCATION)) {
            lines.addAll(Allocation.run(out));
        }
        lines.forEach(out::println);
    }

    static void run(PrintStream out, BenchModel model, List<Contest> contests) throws Exception {
        new ScoreBenchmark(out, model).runAll(contests, 1).forEach(out::println);
    }

    private List<String> runAll(List<Contest> contests, int pairs) throws Exception {
        out.printf(
                "XGBoost4J %s, OpenJDK %s, %d cores; one row at a time on one thread, margins without the last step to"
                        + " probabilities.%n",
                model.booster().xgboostVersion(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        out.printf(
                "The model has %d trees with %d leaves over %d features; a tenth of the values are missing.%n",
                model.booster().trees().size(), model.leaves(), model.booster().featureCount());
        out.println("contest side run rows seconds rows/s cpu-us/row");
        List<String> lines = new ArrayList<>();
        for (Contest contest : contests) {
            lines.add(line(contest, pairs));
        }
        return lines;
    }

    /** A ratio of different results is void, and says nothing against the others. */
    private String line(Contest contest, int pairs) throws Exception {
        try {
            return run(contest, pairs);
        } catch (DifferentResultsException e) {
            return contest.name() + " void: " + e.getMessage();
        }
    }

    private static Contest margins(String name, String goal, double bound, Way rival, int rivalPasses) {
        return new Contest(name, goal, bound, rival, rivalPasses, Way.FOREST, 100, MANY);
    }

    private static Contest contributions(String name, String goal, Way rival) {
        return new Contest(name, goal, CONTRIBUTIONS, rival, 1, Way.TREE_SHAP, 5, FEW);
    }

    private String run(Contest contest, int pairs) throws Exception {
        float[][] rows = model.rows(contest.rows());
        try (Side rival = new Side(contest.rival(), model, rows, contest.rivalPasses());
                Side ours = new Side(contest.ours(), model, rows, contest.passes())) {
            out.println(contest.name() + " " + rival.results().compare(ours.results(), contest.bound()));
            for (int i = 0; i < WARM_UPS; i++) {
                rival.run();
                ours.run();
            }
            Ratios ratios = new Ratios();
            for (int pair = 1; pair <= pairs; pair++) {
                Cost rivals = timed(contest, rival, pair);
                ratios.add(rivals, timed(contest, ours, pair));
            }
            return ratios.line(contest.name(), contest.goal());
        }
    }

    private Cost timed(Contest contest, Side side, int pair) throws Exception {
        Cost cost = side.run();
        out.printf(
                Locale.ROOT,
                "%s %s %d %d %.3f %.0f %.3f%n",
                contest.name(),
                side.way().text(),
                pair,
                side.scored(),
                cost.seconds() * side.scored(),
                1 / cost.seconds(),
                cost.cpuSeconds() * 1e6);
        return cost;
    }
}
