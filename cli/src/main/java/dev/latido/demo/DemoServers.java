package dev.latido.demo;

import dev.latido.broker.EmbeddedKafka;
import dev.latido.connector.metrics.LatidoMetrics;
import dev.latido.embedded.EmbeddedFlink;
import dev.latido.embedded.FlinkSettings;
import dev.latido.setting.LatidoSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.slf4j.LoggerFactory;

/** Kafka and Flink in this process, with all their files in one directory. */
final class DemoServers implements AutoCloseable {

    private final EmbeddedKafka kafka;
    private final EmbeddedFlink flink;

    private DemoServers(EmbeddedKafka kafka, EmbeddedFlink flink) {
        this.kafka = kafka;
        this.flink = flink;
    }

    /** Starts both, at the same time, and returns when both are ready. */
    static DemoServers start(Path directory, LatidoSettings settings) throws Exception {
        // Two threads that begin to log at the same time make SLF4J warn.
        LoggerFactory.getILoggerFactory();
        FutureTask<EmbeddedKafka> kafka = inBackground(() -> EmbeddedKafka.start(directory.resolve("kafka")));
        EmbeddedFlink flink;
        try {
            flink = startFlink(directory.resolve("flink"), settings);
        } catch (Exception e) {
            result(kafka).close();
            throw e;
        }
        try {
            return new DemoServers(result(kafka), flink);
        } catch (Exception e) {
            flink.close();
            throw e;
        }
    }

    private static EmbeddedFlink startFlink(Path directory, LatidoSettings settings) throws Exception {
        Configuration configuration = configuration(directory);
        EmbeddedFlink flink = EmbeddedFlink.start(configuration, settings.job().parallelism());
        if (!LatidoMetrics.problems().isEmpty()) {
            String problem = LatidoMetrics.problems().get(0);
            flink.close();
            throw new DemoFailure(problem);
        }
        return flink;
    }

    /** A job that fails has lost its count of what became of each event, so it is not started again. */
    private static Configuration configuration(Path directory) throws Exception {
        Configuration configuration = FlinkSettings.in(directory, DemoSettings.LOOPBACK, 0);
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                directory.resolve("checkpoints").toUri().toString());
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        return configuration;
    }

    EmbeddedFlink flink() {
        return flink;
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    URI metricsAddress() throws DemoFailure {
        return LatidoMetrics.addresses().stream()
                .findFirst()
                .orElseThrow(() -> new DemoFailure("The metrics are not served."));
    }

    @Override
    public void close() {
        try (kafka) {
            flink.close();
        }
    }

    private static <T> FutureTask<T> inBackground(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "start-kafka");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static <T> T result(FutureTask<T> task) throws Exception {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }
}
