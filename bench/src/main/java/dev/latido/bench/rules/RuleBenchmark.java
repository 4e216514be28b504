package dev.latido.bench.rules;

import dev.latido.bench.measure.Ratios;
import dev.latido.bench.rules.Contest.Way;
import dev.latido.bench.rules.RuleJob.Settings;
import dev.latido.customer.CustomerPolicy;
import dev.latido.event.CustomerEvent;
import dev.latido.setting.SettingsLoader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.runtime.util.EnvironmentInformation;

/** How much faster sequences are found than by stock Flink CEP, and what more rules cost. */
public final class RuleBenchmark {

    /** So many events are enough to see whether both sides find the same, where the rival is slow. */
    private static final int CHECKED = 40_000;

    private static final int WARM_UPS = 4;
    private static final int SLOW = 200_000;
    private static final int FAST = 2_000_000;

    static final List<Contest> CONTESTS = List.of(
            rocksDb("R3", ">= 50", Settings.ROCKSDB, Way.STOCK_FILTERED, Way.OURS_FILTERED, 5),
            rocksDb("R3each", "", Settings.ROCKSDB, Way.STOCK_FILTERED_EACH, Way.OURS_FILTERED, 2),
            rocksDb("R3defaults", "", Settings.ROCKSDB_DEFAULTS, Way.STOCK_FILTERED, Way.OURS_FILTERED, 1),
            rocksDb("R3stock", ">= 200", Settings.ROCKSDB, Way.STOCK, Way.OURS, 2),
            heap("R4", ">= 3", Way.STOCK_FILTERED, Way.OURS_FILTERED, 1, 5),
            heap("R4stock", "", Way.STOCK, Way.OURS, 1, 3),
            heap("R4floor", "", Way.OURS_FILTERED, Way.FLOOR, 1, 3),
            heap("R4many", ">= 8", Way.STOCK_FILTERED, Way.OURS_FILTERED, 3, 5),
            heap("R4manyeach", "", Way.STOCK_FILTERED_EACH, Way.OURS_FILTERED, 3, 3),
            heap("R4many10", ">= 8", Way.STOCK_FILTERED, Way.OURS_FILTERED, 10, 3),
            moreRules("R5", "<= 1.5", Way.OURS, FAST, 5),
            moreRules("R5whole", "", Way.WHOLE, FAST / 2, 3));

    private final PrintStream out;
    private final CustomerPolicy policy;

    private RuleBenchmark(PrintStream out, CustomerPolicy policy) {
        this.out = out;
        this.policy = policy;
    }

    /** Only the ratios of these names. */
    public static void run(PrintStream out, List<String> names) throws Exception {
        runAll(
                out,
                CONTESTS.stream()
                        .filter(contest -> names.contains(contest.name()))
                        .toList());
    }

    public static List<String> names() {
        return CONTESTS.stream().map(Contest::name).toList();
    }

    static void runAll(PrintStream out, List<Contest> contests) throws Exception {
        new RuleBenchmark(out, SettingsLoader.load(null, Map.of()).policy()).runAll(contests);
    }

    private void runAll(List<Contest> contests) throws Exception {
        out.printf(
                "Flink %s, OpenJDK %s, %d cores; one job at a time, parallelism 1, object reuse, no checkpoints.%n",
                EnvironmentInformation.getVersion(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        out.println(
                "Rules only on both sides: no health, no alerts. Ours reads rule files and conditions in CEL, Flink CEP"
                        + " has them in Java; both get our serializer of events, watermarks every 1,000 events. Time is from the"
                        + " first event to the last match; ours writes its cache back to state within it.");
        out.println("contest side rules run events seconds events/s cpu-us/event matches");
        List<String> lines = new ArrayList<>();
        for (Contest contest : contests) {
            lines.add(run(contest));
        }
        lines.forEach(out::println);
    }

    private static Contest rocksDb(String name, String goal, Settings settings, Way rival, Way ours, int pairs) {
        return new Contest(name, goal, settings, rival, 3, ours, 3, SLOW, 20_000, pairs);
    }

    private static Contest heap(String name, String goal, Way rival, Way ours, int rules, int pairs) {
        return new Contest(name, goal, Settings.HEAP, rival, rules, ours, rules, FAST, 100_000, pairs);
    }

    /** So many customers as are cached. */
    private static Contest moreRules(String name, String goal, Way way, int events, int pairs) {
        return new Contest(name, goal, Settings.ROCKSDB, way, 20, way, 1, events, 20_000, pairs);
    }

    private String run(Contest contest) throws Exception {
        List<CustomerEvent> events = EventStream.of(contest.events(), contest.customers());
        check(contest, contest.events() == SLOW ? events.subList(0, CHECKED) : events);
        warmUp(contest, events);
        Ratios ratios = new Ratios();
        for (int pair = 1; pair <= contest.pairs(); pair++) {
            Stopwatch.Run rival = run(contest, contest.rival(), contest.rivalRules(), events);
            print(contest, contest.rival(), contest.rivalRules(), pair, rival);
            Stopwatch.Run ours = run(contest, contest.ours(), contest.rules(), events);
            print(contest, contest.ours(), contest.rules(), pair, ours);
            compare(contest, rival, ours);
            ratios.add(rival.cost(), ours.cost());
        }
        return ratios.line(contest.name(), contest.goal());
    }

    private void check(Contest contest, List<CustomerEvent> events) throws Exception {
        compare(
                contest,
                run(contest, contest.rival(), contest.rivalRules(), events),
                run(contest, contest.ours(), contest.rules(), events));
    }

    /** A run of less than some seconds would be over before its code is compiled. */
    private void warmUp(Contest contest, List<CustomerEvent> events) throws Exception {
        for (int i = 0; i < WARM_UPS; i++) {
            run(contest, contest.ours(), contest.rules(), events);
            if (contest.events() != SLOW) {
                run(contest, contest.rival(), contest.rivalRules(), events);
            }
        }
    }

    private Stopwatch.Run run(Contest contest, Way way, int rules, List<CustomerEvent> events) throws Exception {
        return RuleJob.run(way.search(rules, policy), contest.settings(), events);
    }

    /** Where one side looks for fewer rules, the other must have found the same for these. */
    private static void compare(Contest contest, Stopwatch.Run rival, Stopwatch.Run ours) {
        if (contest.ours() == Way.FLOOR) {
            return;
        }
        List<String> ids = BenchRule.ALL.subList(0, Math.min(contest.rules(), contest.rivalRules())).stream()
                .map(BenchRule::id)
                .toList();
        List<String> theirs = matches(rival, ids);
        if (theirs.isEmpty() || !theirs.equals(matches(ours, ids))) {
            throw new IllegalStateException(contest.name() + ": the sides do not find the same matches, or none");
        }
    }

    private static List<String> matches(Stopwatch.Run run, List<String> ids) {
        return run.matches().stream()
                .filter(match -> ids.contains(match.substring(0, match.indexOf(' '))))
                .toList();
    }

    private void print(Contest contest, Way way, int rules, int pair, Stopwatch.Run run) {
        out.printf(
                Locale.ROOT,
                "%s %s %d %d %d %.2f %.0f %.2f %d%n",
                contest.name(),
                way.text(),
                rules,
                pair,
                contest.events(),
                run.cost().seconds(),
                contest.events() / run.cost().seconds(),
                run.cost().cpuSeconds() * 1e6 / contest.events(),
                run.matches().size());
    }
}
