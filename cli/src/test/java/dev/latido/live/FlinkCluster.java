package dev.latido.live;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Flink cluster of several processes, started from Flink's jars on this test's class path; without the job's classes. */
final class FlinkCluster implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Pattern RPC_PORT = Pattern.compile("pekko\\.tcp://flink@127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern REST_PORT = Pattern.compile("Rest endpoint listening at 127\\.0\\.0\\.1:(\\d+)");

    /** Jars of a Flink distribution; the job's own, Kafka's clients among them, are in the job's jar. */
    private static final Pattern OF_FLINK = Pattern.compile(
            "(flink-(?!connector-kafka)|frocksdbjni-|log4j-|slf4j-|commons-(cli|collections|compress|io|lang3|math3|text)-"
                    + "|kryo-|minlog-|reflectasm-|objenesis-|javassist-|snappy-java-|lz4-java-|snakeyaml-engine-).*\\.jar");

    private final Path dir;
    private final Path logging;
    private final Path plugins;
    private final List<JavaProcess> processes = new ArrayList<>();

    private FlinkCluster(Path dir, Path reporter) throws IOException {
        this.dir = Files.createDirectories(dir);
        this.plugins = dir.resolve("plugins");
        Files.copy(reporter, Files.createDirectories(plugins.resolve("latido")).resolve("latido-job.jar"));
        this.logging = Files.writeString(dir.resolve("log4j2.properties"), """
                appender.out.type = Console
                appender.out.name = out
                appender.out.layout.type = PatternLayout
                appender.out.layout.pattern = %d{HH:mm:ss.SSS} %-5p %c{1} - %m%n
                rootLogger.level = info
                rootLogger.appenderRef.out.ref = out
                logger.kafka.name = org.apache.kafka
                logger.kafka.level = warn
                """);
    }

    /** Starts a JobManager and so many TaskManagers with one slot each; the jar with the reporter of metrics is a plugin. */
    static FlinkCluster start(Path dir, Path reporter, int taskManagers) throws Exception {
        FlinkCluster cluster = new FlinkCluster(dir, reporter);
        try {
            cluster.startJobManager();
            for (int number = 0; number < taskManagers; number++) {
                cluster.startTaskManager();
            }
            return cluster;
        } catch (Exception | Error e) {
            cluster.close();
            throw e;
        }
    }

    private void startJobManager() throws Exception {
        JavaProcess jobManager = start(
                "jobmanager", 0, "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint", "-Xmx512m");
        Deadline.await(
                LONGEST,
                "the JobManager",
                () -> REST_PORT.matcher(jobManager.output()).find() || !jobManager.isAlive(),
                jobManager::output);
    }

    /** Starts another TaskManager; it takes part as soon as the JobManager knows it. */
    JavaProcess startTaskManager() throws IOException {
        return start(
                "taskmanager-" + processes.size(),
                port(RPC_PORT),
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                "-Xmx448m");
    }

    private JavaProcess start(String name, int jobManagerPort, String main, String memory) throws IOException {
        Path home = Files.createDirectories(dir.resolve(name));
        Path conf = Files.createDirectories(home.resolve("conf"));
        Files.writeString(conf.resolve("config.yaml"), config(home, jobManagerPort));
        JavaProcess process = JavaProcess.start(
                home.resolve("log.txt"),
                Map.of("FLINK_CONF_DIR", conf.toString(), "FLINK_PLUGINS_DIR", plugins.toString()),
                classPath(),
                List.of(memory, "-Dlog4j2.configurationFile=" + logging),
                main,
                "--configDir",
                conf.toString());
        processes.add(process);
        return process;
    }

    /** The settings that the project ships for Flink, and what a cluster on one machine needs besides. */
    private String config(Path home, int jobManagerPort) throws IOException {
        return Files.readString(Path.of("../config/flink/config.yaml"))
                + """
                jobmanager.rpc.address: 127.0.0.1
                jobmanager.rpc.port: %1$d
                jobmanager.bind-host: 127.0.0.1
                rest.address: 127.0.0.1
                rest.bind-address: 127.0.0.1
                rest.bind-port: 0
                web.upload.dir: %2$s/upload
                io.tmp.dirs: %2$s/tmp
                taskmanager.host: 127.0.0.1
                taskmanager.bind-host: 127.0.0.1
                taskmanager.numberOfTaskSlots: 1
                taskmanager.cpu.cores: 1.0
                taskmanager.memory.framework.heap.size: 128m
                taskmanager.memory.framework.off-heap.size: 64m
                taskmanager.memory.jvm-metaspace.size: 128m
                taskmanager.memory.jvm-overhead.min: 64m
                taskmanager.memory.jvm-overhead.max: 64m
                taskmanager.memory.task.heap.size: 256m
                taskmanager.memory.task.off-heap.size: 32m
                taskmanager.memory.network.min: 64m
                taskmanager.memory.network.max: 64m
                taskmanager.memory.managed.size: 96m
                metrics.reporters: prometheus
                metrics.reporter.prometheus.factory.class: dev.latido.connector.metrics.PrometheusReporterFactory
                metrics.reporter.prometheus.port: 0
                heartbeat.interval: 500
                heartbeat.timeout: 30000
                execution.checkpointing.dir: %3$s/checkpoints
                execution.checkpointing.savepoint-dir: %3$s/savepoints
                """.formatted(jobManagerPort, home, dir.toUri());
    }

    private static List<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> OF_FLINK.matcher(new File(entry).getName()).matches())
                .toList();
    }

    FlinkRest rest() {
        return new FlinkRest(URI.create("http://127.0.0.1:" + port(REST_PORT)));
    }

    private int port(Pattern line) {
        Matcher matcher = line.matcher(processes.get(0).output());
        if (!matcher.find()) {
            throw new AssertionError(
                    "The JobManager does not say its port: " + processes.get(0).output());
        }
        return Integer.parseInt(matcher.group(1));
    }

    /** All processes that were started, the JobManager first. */
    JavaProcess[] processes() {
        return processes.toArray(JavaProcess[]::new);
    }

    @Override
    public void close() {
        processes.forEach(JavaProcess::close);
    }
}
