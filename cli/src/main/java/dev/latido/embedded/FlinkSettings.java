package dev.latido.embedded;

import dev.latido.setting.SettingsException;
import dev.latido.setting.ShippedConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/** The settings of an embedded Flink: those of {@code config/flink/config.yaml}, and what running in one process asks for. */
public final class FlinkSettings {

    private static final String FILE = "flink/config.yaml";

    private static final String LOOPBACK = "127.0.0.1";

    private FlinkSettings() {}

    /**
     * Settings for a Flink that keeps its working files in a directory of the caller's, and reports metrics.
     *
     * @param metricsPort 0 for any free one
     */
    public static Configuration in(Path workingDirectory, String metricsHost, int metricsPort)
            throws SettingsException, IOException {
        Configuration configuration = shipped(workingDirectory);
        listenOnLoopbackOnly(configuration);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
        configuration.setString("io.tmp.dirs", workingDirectory.resolve("tmp").toString());
        configuration.set(WebOptions.TMP_DIR, workingDirectory.resolve("tmp").toString());
        configuration.setString("metrics.reporters", "prometheus");
        configuration.setString(
                "metrics.reporter.prometheus.factory.class", "dev.latido.connector.metrics.PrometheusReporterFactory");
        configuration.setString("metrics.reporter.prometheus.host", metricsHost);
        configuration.setString("metrics.reporter.prometheus.port", Integer.toString(metricsPort));
        Files.createDirectories(workingDirectory.resolve("tmp"));
        return configuration;
    }

    /** Flink's own parts talk to each other over sockets even within one process, and would listen on every interface. */
    private static void listenOnLoopbackOnly(Configuration configuration) {
        configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        configuration.set(RestOptions.ADDRESS, LOOPBACK);
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(JobManagerOptions.ADDRESS, LOOPBACK);
        configuration.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(TaskManagerOptions.HOST, LOOPBACK);
    }

    /** Flink reads its settings from a directory only. */
    private static Configuration shipped(Path workingDirectory) throws SettingsException, IOException {
        Path directory = Files.createDirectories(workingDirectory.resolve("conf"));
        try (InputStream in = ShippedConfig.open(FILE)) {
            if (in == null) {
                throw new SettingsException("The shipped settings " + ShippedConfig.describe(FILE)
                        + " are missing from this installation.");
            }
            Files.copy(in, directory.resolve("config.yaml"), StandardCopyOption.REPLACE_EXISTING);
        }
        return GlobalConfiguration.loadConfiguration(directory.toString());
    }
}
