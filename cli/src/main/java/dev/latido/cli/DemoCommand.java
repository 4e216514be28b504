package dev.latido.cli;

import static java.util.Objects.requireNonNull;

import dev.latido.demo.Demo;
import dev.latido.demo.DemoPlan;
import dev.latido.demo.LiveView;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code latido demo}. */
@Command(
        name = "demo",
        sortOptions = false,
        description = {
            "Watch the health of simulated customers live: a Kafka broker and a Flink cluster in this process,",
            "the real job between them, and a simulated SaaS business whose days pass in seconds."
        },
        footer = {
            "",
            "With --out, DIR gets the files that `latido replay` writes. Nothing else is left behind.",
            "Ctrl-C ends it at any moment, with a summary of what was read by then."
        },
        exitCodeList = {
            "0:Done.",
            "1:Failed; a sentence on stderr says why.",
            "2:Wrong usage.",
            "130:Ended by Ctrl-C (143: by SIGTERM)."
        })
final class DemoCommand implements Callable<Integer> {

    /** How long Ctrl-C waits for everything to be closed and deleted. */
    private static final Duration LONGEST_END = Duration.ofSeconds(20);

    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            defaultValue = "90s",
            converter = DurationText.class,
            description = "How long it plays, as 90s, 5m or 1m30s (default: ${DEFAULT-VALUE}).")
    private Duration duration = Duration.ZERO;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "500",
            description = "Number of accounts (default: ${DEFAULT-VALUE}).")
    private int customers;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "60",
            description = "Number of days, the last of which ended last midnight, UTC (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "The same seed gives the same business (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the results go as files; made if absent.")
    private @Nullable Path out;

    DemoCommand() {
        this(System.getenv());
    }

    DemoCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.systemUTC();
        DemoPlan plan = plan(clock);
        LatidoSettings settings = SettingsLoader.load(null, environment);
        LiveView view = LiveView.of(commandSpec().commandLine().getOut(), environment);
        Demo demo = new Demo(plan, settings, out, view, clock);
        Thread atExit = new Thread(() -> end(demo), "end-demo");
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            demo.run();
        } finally {
            forget(atExit);
        }
        return 0;
    }

    private DemoPlan plan(Clock clock) {
        try {
            return DemoPlan.endingAt(clock.instant(), customers, days, seed, duration);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static void end(Demo demo) {
        try {
            demo.stop();
            demo.awaitEnd(LONGEST_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook is what ended the demo.
        }
    }

    private CommandSpec commandSpec() {
        return requireNonNull(spec, "spec");
    }
}
