package dev.latido.replay;

import dev.latido.change.Request;
import dev.latido.connector.metrics.LatidoMetrics;
import dev.latido.connector.replay.FilesSource;
import dev.latido.connector.replay.InputFile;
import dev.latido.embedded.FlinkSettings;
import dev.latido.embedded.JobFailure;
import dev.latido.event.CustomerEvent;
import dev.latido.ingest.Aliases;
import dev.latido.ingest.CustomerEventFactory;
import dev.latido.ingest.EventSource;
import dev.latido.job.CustomerHealthJob;
import dev.latido.job.Ends;
import dev.latido.metric.TallyMetrics;
import dev.latido.publish.OutputStreams;
import dev.latido.setting.LatidoSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A bounded run of the job over files.
 *
 * @param initial the rules and models in force from the beginning
 * @param until instant up to which time goes on after the last event, or {@link FilesSource#UNTIL_LAST_EVENT}
 */
public record Replay(
        List<InputFile> files,
        List<Request> initial,
        Aliases aliases,
        long until,
        int parallelism,
        LatidoSettings settings) {

    /** Files have no time of their own that an event could be ahead of; what lies after this is a broken clock. */
    public static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    private static final long PROGRESS_MILLIS = 200;

    public Replay {
        files = List.copyOf(files);
        initial = List.copyOf(initial);
    }

    /** Runs the job to its end, leaves its results in the directory, and returns what became of the input. */
    public ReplaySummary run(ResultDirectory out) throws Exception {
        long started = System.nanoTime();
        JobExecutionResult result = execute(out.spool());
        long customers = 0;
        for (String stream : OutputStreams.ALL) {
            long found = out.writeLines(stream);
            customers = stream.equals(OutputStreams.HEALTH_SCORES) ? found : customers;
        }
        ReplaySummary summary =
                ReplaySummary.of(result.getAllAccumulatorResults(), customers, (System.nanoTime() - started) / 1e9);
        out.writeSummary(summary);
        return summary;
    }

    private JobExecutionResult execute(Path spool) throws Exception {
        Configuration configuration = FlinkSettings.in(spool.resolve("flink"), "127.0.0.1", 0);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
        CustomerHealthJob.define(env, ends(spool), boundsMillis(), aliases, settings);
        return await(env.executeAsync("replay"));
    }

    private Ends ends(Path spool) {
        FilesSource<CustomerEvent> source = new FilesSource<>(files, new CustomerEventFactory(), LATEST, until);
        return new Ends(
                new EventSource<>(source, WatermarkStrategy.noWatermarks(), 1),
                Optional.empty(),
                Optional.empty(),
                initial,
                Optional.empty(),
                Optional.empty(),
                new SpoolSink(spool),
                1,
                false);
    }

    private Map<String, Long> boundsMillis() {
        Map<String, Long> bounds = new HashMap<>();
        files.forEach(file -> bounds.put(file.source(), file.boundMillis()));
        return bounds;
    }

    private JobExecutionResult await(JobClient job) throws Exception {
        CompletableFuture<JobExecutionResult> result = job.getJobExecutionResult();
        try (ProgressBar bar = ProgressBar.ofBytes(totalBytes())) {
            while (true) {
                try {
                    JobExecutionResult done = result.get(PROGRESS_MILLIS, TimeUnit.MILLISECONDS);
                    bar.update(totalBytes(), count(done, TallyMetrics.IN));
                    return done;
                } catch (TimeoutException e) {
                    Map<String, Double> metrics = LatidoMetrics.snapshot();
                    bar.update(
                            metrics.getOrDefault("latido_replay_read_bytes", 0.0)
                                    .longValue(),
                            metrics.getOrDefault("latido_records_in_total", 0.0).longValue());
                }
            }
        } catch (ExecutionException e) {
            throw JobFailure.of(e);
        }
    }

    private long totalBytes() throws IOException {
        long bytes = 0;
        for (InputFile file : files) {
            bytes += Files.size(Path.of(file.path()));
        }
        return bytes;
    }

    private static long count(JobExecutionResult result, String name) {
        Long value = result.getAccumulatorResult(name);
        return value == null ? 0 : value;
    }
}
