package dev.latido.embedded;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient.JobFinalizationBehavior;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** A Flink cluster with its web page, inside this process. Its jobs end with it. */
public final class EmbeddedFlink implements AutoCloseable {

    private final Configuration configuration;
    private final MiniCluster cluster;
    private final URI webAddress;

    private EmbeddedFlink(Configuration configuration, MiniCluster cluster, URI webAddress) {
        this.configuration = configuration;
        this.cluster = cluster;
        this.webAddress = webAddress;
    }

    /**
     * Starts a cluster of one task manager. Its web page shows, but takes no jobs and ends none.
     *
     * @param configuration as {@link FlinkSettings} makes it
     * @param slots the highest parallelism that its jobs can have in all
     */
    public static EmbeddedFlink start(Configuration configuration, int slots) throws Exception {
        Configuration own = new Configuration(configuration);
        own.set(WebOptions.SUBMIT_ENABLE, false);
        own.set(WebOptions.CANCEL_ENABLE, false);
        own.set(WebOptions.RESCALE_ENABLE, false);
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(own)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build());
        try {
            cluster.start();
            return new EmbeddedFlink(
                    configuration, cluster, cluster.getRestAddress().get());
        } catch (Exception e) {
            cluster.closeAsync().join();
            throw e;
        }
    }

    public URI webAddress() {
        return webAddress;
    }

    /** An environment in which a job can be defined, to be started by {@link #submit}. */
    public StreamExecutionEnvironment environment() {
        return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    }

    /** Starts the job that has been defined in the environment; the cluster goes on when the job has ended. */
    public JobClient submit(StreamExecutionEnvironment env, String jobName) throws Exception {
        return submit(env, jobName, SavepointRestoreSettings.none());
    }

    /** The same, from a checkpoint or savepoint. */
    public JobClient submit(StreamExecutionEnvironment env, String jobName, SavepointRestoreSettings from)
            throws Exception {
        StreamGraph job = env.getStreamGraph();
        job.setJobName(jobName);
        job.setSavepointRestoreSettings(from);
        job.serializeUserDefinedInstances();
        try {
            JobID id = cluster.submitJob(job).get().getJobID();
            return new MiniClusterJobClient(
                    id, cluster, EmbeddedFlink.class.getClassLoader(), JobFinalizationBehavior.NOTHING);
        } catch (ExecutionException e) {
            throw JobFailure.of(e);
        }
    }

    /** Whether every task of a job is at work; only then can a savepoint be taken. */
    public boolean isRunning(JobClient job) throws Exception {
        for (var task : cluster.getArchivedExecutionGraph(job.getJobID()).get().getAllExecutionVertices()) {
            if (task.getExecutionState() != ExecutionState.RUNNING) {
                return false;
            }
        }
        return true;
    }

    /** What a job failed with the latest time, also where it has been restarted since. */
    public Optional<ErrorInfo> latestFailure(JobClient job) throws Exception {
        return Optional.ofNullable(
                cluster.getExecutionGraph(job.getJobID()).get().getFailureInfo());
    }

    @Override
    public void close() {
        cluster.closeAsync().join();
    }
}
