package dev.latido.broker;

import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;

/** Settings of the embedded broker: one node, small and quick to start, on loopback only. */
final class BrokerConfig {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private BrokerConfig() {}

    static KafkaConfig of(Path dir, int clientPort, int controllerPort) {
        Properties settings = new Properties();
        put(settings, "node.id", NODE_ID);
        put(settings, "process.roles", "broker,controller");
        put(settings, "log.dirs", dir.toAbsolutePath());
        listeners(settings, clientPort, controllerPort);
        internalTopics(settings);
        quickAndSmall(settings);
        return KafkaConfig.fromProps(settings, false);
    }

    private static void listeners(Properties settings, int clientPort, int controllerPort) {
        String client = "CLIENT://127.0.0.1:" + clientPort;
        put(settings, "listeners", client + "," + CONTROLLER_LISTENER + "://127.0.0.1:" + controllerPort);
        put(settings, "advertised.listeners", client);
        put(settings, "inter.broker.listener.name", "CLIENT");
        put(settings, "controller.listener.names", CONTROLLER_LISTENER);
        put(settings, "listener.security.protocol.map", "CLIENT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        put(settings, "controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    }

    private static void internalTopics(Properties settings) {
        put(settings, "auto.create.topics.enable", false);
        put(settings, "default.replication.factor", 1);
        put(settings, "offsets.topic.replication.factor", 1);
        put(settings, "offsets.topic.num.partitions", 1);
        put(settings, "transaction.state.log.replication.factor", 1);
        put(settings, "transaction.state.log.min.isr", 1);
        put(settings, "transaction.state.log.num.partitions", 2);
        put(settings, "share.coordinator.state.topic.replication.factor", 1);
        put(settings, "share.coordinator.state.topic.min.isr", 1);
        put(settings, "share.coordinator.state.topic.num.partitions", 1);
    }

    private static void quickAndSmall(Properties settings) {
        put(settings, "group.initial.rebalance.delay.ms", 0);
        put(settings, "num.network.threads", 2);
        put(settings, "num.io.threads", 2);
        put(settings, "num.recovery.threads.per.data.dir", 1);
        put(settings, "background.threads", 2);
        put(settings, "log.cleaner.dedupe.buffer.size", 8 << 20);
        put(settings, "log.index.size.max.bytes", 1 << 20);
    }

    private static void put(Properties settings, String key, Object value) {
        settings.setProperty(key, value.toString());
    }
}
