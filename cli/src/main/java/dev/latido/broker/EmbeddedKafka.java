package dev.latido.broker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker with its own KRaft controller, on loopback and inside this process. It keeps its data in the directory
 * it is given, and starts again from there; whoever gave the directory deletes it.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

    static {
        // A broker whose disk fails ends its process, which here is not its own.
        Exit.setExitProcedure(EmbeddedKafka::refuseToEndTheProcess);
        Exit.setHaltProcedure(EmbeddedKafka::refuseToEndTheProcess);
    }

    private final BoundPorts ports;
    private final BrokerServer broker;
    private final ControllerServer controller;

    private EmbeddedKafka(Path dir, BoundPorts ports) throws Exception {
        this.ports = ports;
        KafkaConfig config = BrokerConfig.of(dir, ports.client(), ports.controller());
        LogDirectory.formatWhereNew(config);

        var logDirs = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        Metrics metrics = Server.initializeMetrics(
                config, Time.SYSTEM, logDirs._1().clusterId().orElseThrow());
        SharedServer shared = new SharedServer(
                config,
                logDirs._1(),
                Time.SYSTEM,
                metrics,
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                List.<InetSocketAddress>of(),
                (name, fatal, action) -> new LoggingFaultHandler(name, action),
                ports::take);
        broker = new BrokerServer(shared);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), logDirs._2());
    }

    /**
     * Starts a broker that is ready for clients when this returns.
     *
     * @param dir where it keeps its data; made when missing
     */
    public static EmbeddedKafka start(Path dir) throws IOException {
        BoundPorts ports = BoundPorts.open();
        try {
            EmbeddedKafka kafka = new EmbeddedKafka(dir, ports);
            kafka.startServers();
            return kafka;
        } catch (Exception e) {
            ports.close();
            throw new IOException("The embedded Kafka broker did not start in " + dir + ": " + e.getMessage(), e);
        }
    }

    private void startServers() {
        try {
            controller.startup();
            broker.startup();
        } catch (RuntimeException e) {
            stopServers();
            throw e;
        }
    }

    /** Where clients connect: {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + ports.client();
    }

    @Override
    public void close() {
        stopServers();
        ports.close();
    }

    private void stopServers() {
        broker.shutdown();
        controller.shutdown();
    }

    private static void refuseToEndTheProcess(int status, String message) {
        LOG.error("The embedded Kafka broker failed with status {}: {}", status, message);
        throw new IllegalStateException("The embedded Kafka broker failed: " + message);
    }
}
