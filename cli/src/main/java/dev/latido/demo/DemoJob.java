package dev.latido.demo;

import dev.latido.embedded.EmbeddedFlink;
import dev.latido.embedded.JobFailure;
import dev.latido.ingest.Aliases;
import dev.latido.job.ChangeTopics;
import dev.latido.job.CustomerHealthJob;
import dev.latido.job.KafkaEnds;
import dev.latido.setting.LatidoSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job as it runs in the demo's Flink. */
final class DemoJob {

    private final EmbeddedFlink flink;
    private final JobClient client;
    private final Path savepoints;
    private final CompletableFuture<JobExecutionResult> result;

    private DemoJob(EmbeddedFlink flink, JobClient client, Path savepoints) {
        this.flink = flink;
        this.client = client;
        this.savepoints = savepoints;
        this.result = client.getJobExecutionResult();
    }

    /**
     * Starts the job.
     *
     * @param directory where a savepoint may be left
     */
    static DemoJob start(EmbeddedFlink flink, Path directory, LatidoSettings settings, Aliases aliases)
            throws Exception {
        StreamExecutionEnvironment env = flink.environment();
        CustomerHealthJob.configure(env, settings);
        CustomerHealthJob.define(
                env,
                KafkaEnds.of(settings, ChangeTopics.read(settings)),
                KafkaEnds.boundsMillis(settings),
                aliases,
                settings);
        return new DemoJob(flink, flink.submit(env, settings.job().name()), directory);
    }

    boolean isRunning() throws Exception {
        return flink.isRunning(client);
    }

    /** Fails with what made the job fail; a job that nobody has stopped has no other reason to end. */
    void requireAlive() throws JobFailure, InterruptedException, DemoFailure {
        if (result.isDone()) {
            try {
                result.get();
            } catch (ExecutionException e) {
                throw JobFailure.of(e);
            }
            throw new DemoFailure("The job has ended by itself.");
        }
    }

    /**
     * Ends the job: what has been read is applied, even what still waits for event time to move on, and committed.
     *
     * @return what the job has counted, by name, once it has ended
     */
    CompletableFuture<Map<String, Object>> drain() {
        return client.stopWithSavepoint(true, savepoints.toUri().toString(), SavepointFormatType.NATIVE)
                .thenCompose(savepoint -> result)
                .thenApply(JobExecutionResult::getAllAccumulatorResults);
    }
}
