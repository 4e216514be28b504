package dev.latido.cli;

import dev.latido.simulator.SimulationFiles;
import dev.latido.simulator.SimulationPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code latido simulate}: the events of a simulated SaaS business as files, and the truth behind them. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Simulates a SaaS business and writes what its tools would deliver:",
            "clickstream.jsonl.gz (Segment), billing.jsonl.gz (Stripe), support.jsonl.gz (Zendesk),",
            "feedback.jsonl.gz (native), truth.csv (who left, when, why) and aliases.csv (who is who)."
        })
public final class SimulateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Directory to write to; made if absent.")
    private Path out = Path.of("");

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
            description = "Number of days (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "The same seed gives the same files (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--start",
            paramLabel = "INSTANT",
            defaultValue = "2025-01-01T00:00:00Z",
            description = "Start of the first day (default: ${DEFAULT-VALUE}).")
    private Instant start = Instant.EPOCH;

    @Override
    public Integer call() throws IOException {
        SimulationFiles.Written written = SimulationFiles.write(plan(), out);
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%,d records of %,d customers in %,d days written to %s; %,d customers left.%n",
                        written.records(),
                        customers,
                        days,
                        out,
                        written.churned());
        return 0;
    }

    private SimulationPlan plan() {
        try {
            return new SimulationPlan(customers, days, seed, start);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
