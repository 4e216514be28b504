package dev.latido.cli;

import static java.util.Objects.requireNonNull;

import dev.latido.connector.kafka.TopicSpec;
import dev.latido.connector.kafka.TopicSpec.Use;
import dev.latido.embedded.JobFailure;
import dev.latido.job.JobTopics;
import dev.latido.job.KafkaReadiness;
import dev.latido.live.LiveJob;
import dev.latido.live.Snapshot;
import dev.latido.live.StateDirectory;
import dev.latido.live.StopSignal;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsLoader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code latido run}. */
@Command(
        name = "run",
        description = "Run the job against your own Kafka, in this process.",
        footer = {
            "",
            "Ctrl-C or SIGTERM stops it with a savepoint. The next run goes on from the latest savepoint or checkpoint"
                    + " in job.stateDirectory, also after a crash."
        })
final class RunCommand implements Callable<Integer> {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings laid over config/latido.yaml.")
    private @Nullable Path config;

    @Option(
            names = "--fresh",
            description =
                    "Begin without state, at the oldest records, though there is a savepoint or checkpoint. Earlier"
                            + " state stays where it is. Results are published again, under the same alert ids.")
    private boolean fresh;

    @Override
    public Integer call() throws Exception {
        LatidoSettings settings = SettingsLoader.load(config, System.getenv());
        try (StateDirectory state = StateDirectory.open(stateDirectory(settings))) {
            KafkaReadiness.require(settings);
            Optional<Snapshot> from = fresh ? Optional.empty() : state.newest();
            try (LiveJob job = LiveJob.start(settings, state, from)) {
                StopSignal stop = StopSignal.listen();
                describe(settings, state, from, job);
                return supervise(job, from, stop);
            }
        }
    }

    /** A relative path is relative to Latido's own folder, so that it means the same from wherever it is started. */
    private static Path stateDirectory(LatidoSettings settings) {
        return Path.of(System.getProperty("latido.home", ""))
                .resolve(settings.job().stateDirectory());
    }

    private void describe(LatidoSettings settings, StateDirectory state, Optional<Snapshot> from, LiveJob job)
            throws Exception {
        line("Latido runs; Ctrl-C stops it with a savepoint.");
        line("  Kafka       " + settings.kafka().bootstrapServers() + ", "
                + settings.kafka().guarantee());
        line("  reads       " + topics(settings, Use.INPUT));
        line("  writes      " + topics(settings, Use.OUTPUT));
        line("  state       " + state.path() + ", a checkpoint every "
                + settings.job().checkpointSeconds() + " s");
        line("  begins      " + from.map(RunCommand::describe).orElse("without state, at the oldest records"));
        line("  Flink page  " + job.page());
        line("  metrics     " + job.metrics().stream().map(Object::toString).collect(Collectors.joining(", ")));
    }

    private static String topics(LatidoSettings settings, Use use) {
        return JobTopics.specs(settings).stream()
                .filter(spec -> spec.use() == use)
                .map(TopicSpec::name)
                .collect(Collectors.joining(", "));
    }

    private static String describe(Snapshot snapshot) {
        return "from the " + snapshot.kind().name().toLowerCase(Locale.ROOT) + " of "
                + snapshot.at().truncatedTo(ChronoUnit.SECONDS) + ", " + snapshot.path();
    }

    private int supervise(LiveJob job, Optional<Snapshot> from, StopSignal stop) throws Exception {
        while (!stop.await(LOOK_EVERY)) {
            Optional<JobFailure> end = job.end();
            if (end.isPresent()) {
                throw failed(end.get(), from);
            }
            job.newFailure().ifPresent(this::warn);
        }
        line("Stopping with a savepoint; once more ends at once, without one.");
        line("Stopped; the next run goes on from " + stop(job) + ".");
        return 0;
    }

    private static CommandFailure failed(JobFailure failure, Optional<Snapshot> from) {
        String began =
                from.map(snapshot -> " (it began " + describe(snapshot) + ")").orElse("");
        return new CommandFailure("The job has failed" + began + ": " + FailureSentence.of(failure), failure);
    }

    private static Path stop(LiveJob job) {
        try {
            return job.stopWithSavepoint();
        } catch (Exception e) {
            throw new CommandFailure(
                    "No savepoint could be taken (" + FailureSentence.of(e)
                            + "); the next run goes on from the latest checkpoint.",
                    e);
        }
    }

    private void warn(JobFailure failure) {
        PrintWriter err = commandSpec().commandLine().getErr();
        err.println("latido: " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + " The job failed and is restarted: "
                + FailureSentence.of(failure));
        err.flush();
    }

    private void line(String text) {
        PrintWriter out = commandSpec().commandLine().getOut();
        out.println(text);
        out.flush();
    }

    private CommandSpec commandSpec() {
        return requireNonNull(spec, "spec");
    }
}
