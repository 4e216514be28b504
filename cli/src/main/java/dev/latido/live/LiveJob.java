package dev.latido.live;

import dev.latido.connector.metrics.LatidoMetrics;
import dev.latido.embedded.EmbeddedFlink;
import dev.latido.embedded.FlinkSettings;
import dev.latido.embedded.JobFailure;
import dev.latido.ingest.Aliases;
import dev.latido.job.ChangeTopics;
import dev.latido.job.CustomerHealthJob;
import dev.latido.job.KafkaEnds;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.MetricSettings;
import dev.latido.setting.SettingsException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job over Kafka, running in this process in a Flink of its own. */
public final class LiveJob implements AutoCloseable {

    private final EmbeddedFlink flink;
    private final JobClient client;
    private final CompletableFuture<JobExecutionResult> result;
    private final Path savepoints;
    private long latestFailureAt;

    private LiveJob(EmbeddedFlink flink, JobClient client, Path savepoints) {
        this.flink = flink;
        this.client = client;
        this.result = client.getJobExecutionResult();
        this.savepoints = savepoints;
    }

    /** Starts Flink and, in it, the job from a snapshot, or from none with the oldest records. */
    public static LiveJob start(LatidoSettings settings, StateDirectory state, Optional<Snapshot> from)
            throws Exception {
        requirePort(settings.metrics());
        EmbeddedFlink flink = EmbeddedFlink.start(
                configuration(settings, state), settings.job().parallelism());
        try {
            requireMetrics();
            return new LiveJob(flink, submit(flink, settings, from), state.savepoints());
        } catch (Exception e) {
            flink.close();
            throw e;
        }
    }

    private static Configuration configuration(LatidoSettings settings, StateDirectory state) throws Exception {
        Configuration configuration = FlinkSettings.in(
                state.work(), settings.metrics().host(), settings.metrics().port());
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                state.checkpoints().toUri().toString());
        configuration.set(
                CheckpointingOptions.SAVEPOINT_DIRECTORY,
                state.savepoints().toUri().toString());
        return configuration;
    }

    private static JobClient submit(EmbeddedFlink flink, LatidoSettings settings, Optional<Snapshot> from)
            throws Exception {
        StreamExecutionEnvironment env = flink.environment();
        CustomerHealthJob.configure(env, settings);
        CustomerHealthJob.define(
                env,
                KafkaEnds.of(settings, ChangeTopics.read(settings)),
                KafkaEnds.boundsMillis(settings),
                Aliases.NONE,
                settings);
        SavepointRestoreSettings restore = from.map(snapshot ->
                        SavepointRestoreSettings.forPath(snapshot.path().toUri().toString()))
                .orElseGet(SavepointRestoreSettings::none);
        return flink.submit(env, settings.job().name(), restore);
    }

    /** Flink would go on without metrics. */
    private static void requirePort(MetricSettings metrics) throws SettingsException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(metrics.host(), metrics.port()));
        } catch (IOException e) {
            throw new SettingsException("Metrics cannot be served at " + metrics.host() + ":" + metrics.port() + ": "
                    + e.getMessage() + ".");
        }
    }

    private static void requireMetrics() throws SettingsException {
        List<String> problems = LatidoMetrics.problems();
        if (!problems.isEmpty()) {
            throw new SettingsException(String.join(" ", problems));
        }
    }

    /** Flink's web page. */
    public URI page() {
        return flink.webAddress();
    }

    /** Where metrics are served. */
    public List<URI> metrics() {
        return LatidoMetrics.addresses();
    }

    /** Why the job has ended by itself; empty while it runs. */
    public Optional<JobFailure> end() throws InterruptedException {
        return result.isDone() ? Optional.of(failure()) : Optional.empty();
    }

    private JobFailure failure() throws InterruptedException {
        try {
            result.get();
            return JobFailure.of(new IllegalStateException("the job ended, though its input never does"));
        } catch (ExecutionException e) {
            return JobFailure.of(e);
        }
    }

    /** The latest failure after which the job was restarted, where it has not been told before. */
    public Optional<JobFailure> newFailure() throws Exception {
        Optional<ErrorInfo> latest =
                flink.latestFailure(client).filter(failure -> failure.getTimestamp() > latestFailureAt);
        latest.ifPresent(failure -> latestFailureAt = failure.getTimestamp());
        return latest.map(failure -> JobFailure.of(failure.getException()));
    }

    /** Stops the job once all it has read is in a savepoint and committed, and says where the savepoint is. */
    public Path stopWithSavepoint() throws Exception {
        try {
            String savepoint = client.stopWithSavepoint(
                            false, savepoints.toUri().toString(), SavepointFormatType.CANONICAL)
                    .get();
            result.get();
            return Path.of(URI.create(savepoint));
        } catch (ExecutionException e) {
            throw JobFailure.of(e);
        }
    }

    /** Ends Flink, and with it a job that has not been stopped. */
    @Override
    public void close() {
        flink.close();
    }
}
