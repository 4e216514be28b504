package dev.latido.live;

import dev.latido.connector.metrics.LatidoMetrics;
import dev.latido.embedded.FlinkSettings;
import dev.latido.embedded.JobFailure;
import dev.latido.ingest.Aliases;
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
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.jspecify.annotations.Nullable;

/** The job over Kafka, running in this process in a Flink of its own. */
public final class LiveJob implements AutoCloseable {

    private final MiniCluster cluster;
    private final JobID id;
    private final CompletableFuture<JobResult> result;
    private final Path savepoints;
    private long latestFailureAt;

    private LiveJob(MiniCluster cluster, JobID id, Path savepoints) {
        this.cluster = cluster;
        this.id = id;
        this.result = cluster.requestJobResult(id);
        this.savepoints = savepoints;
    }

    /** Starts Flink and, in it, the job from a snapshot, or from none with the oldest records. */
    public static LiveJob start(LatidoSettings settings, StateDirectory state, Optional<Snapshot> from)
            throws Exception {
        requirePort(settings.metrics());
        Configuration configuration = configuration(settings, state);
        JobGraph graph = graph(settings, configuration, from);
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(settings.job().parallelism())
                .build());
        try {
            cluster.start();
            requireMetrics();
            cluster.submitJob(graph).get();
            return new LiveJob(cluster, graph.getJobID(), state.savepoints());
        } catch (ExecutionException e) {
            cluster.close();
            throw JobFailure.of(e);
        } catch (Exception e) {
            cluster.close();
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

    private static JobGraph graph(LatidoSettings settings, Configuration configuration, Optional<Snapshot> from)
            throws SettingsException {
        StreamExecutionEnvironment env = new StreamExecutionEnvironment(configuration);
        CustomerHealthJob.configure(env, settings);
        CustomerHealthJob.define(env, KafkaEnds.of(settings), KafkaEnds.boundsMillis(settings), Aliases.NONE, settings);
        StreamGraph graph = env.getStreamGraph();
        graph.setJobName(settings.job().name());
        from.ifPresent(snapshot -> graph.setSavepointRestoreSettings(
                SavepointRestoreSettings.forPath(snapshot.path().toUri().toString())));
        return graph.getJobGraph();
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
    public URI page() throws Exception {
        return cluster.getRestAddress().get();
    }

    /** Where metrics are served. */
    public List<URI> metrics() {
        return LatidoMetrics.addresses();
    }

    /** Why the job has ended by itself; empty while it runs. */
    public Optional<JobFailure> end() throws Exception {
        return result.isDone() ? Optional.of(failure(result.get())) : Optional.empty();
    }

    private static JobFailure failure(JobResult result) {
        return JobFailure.of(result.getSerializedThrowable()
                .<Throwable>map(thrown -> thrown)
                .orElseGet(() -> new IllegalStateException("the job ended, though its input never does")));
    }

    /** The latest failure after which the job was restarted, where it has not been told before. */
    public Optional<JobFailure> newFailure() throws Exception {
        @Nullable ErrorInfo latest = cluster.getExecutionGraph(id).get().getFailureInfo();
        if (latest == null || latest.getTimestamp() <= latestFailureAt) {
            return Optional.empty();
        }
        latestFailureAt = latest.getTimestamp();
        return Optional.of(JobFailure.of(latest.getException()));
    }

    /** Stops the job once all it has read is in a savepoint and committed, and says where the savepoint is. */
    public Path stopWithSavepoint() throws Exception {
        try {
            String savepoint = cluster.stopWithSavepoint(
                            id, savepoints.toUri().toString(), false, SavepointFormatType.CANONICAL)
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
        cluster.closeAsync().join();
    }
}
