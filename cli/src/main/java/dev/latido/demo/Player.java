package dev.latido.demo;

import dev.latido.connector.kafka.KafkaConnection;
import dev.latido.job.JobTopics;
import dev.latido.setting.LatidoSettings;
import dev.latido.simulator.Churn;
import dev.latido.simulator.Delivery;
import dev.latido.simulator.Simulation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Plays a simulation into Kafka: each record when its tool would deliver it, on a clock that runs much faster. */
final class Player implements AutoCloseable {

    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(50).toNanos();
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final DemoPlan plan;
    private final Simulation simulation;
    private final Map<String, Topic> byMapping;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Thread thread = new Thread(this::play, "play-simulation");
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicLong played = new AtomicLong();

    private volatile boolean stopped;
    private volatile boolean ended;

    private Player(
            DemoPlan plan,
            Simulation simulation,
            Map<String, Topic> byMapping,
            KafkaProducer<byte[], byte[]> producer) {
        this.plan = plan;
        this.simulation = simulation;
        this.byMapping = byMapping;
        this.producer = producer;
        thread.setDaemon(true);
    }

    /** A player into the topics of the settings' sources; it plays when {@link #start} is called. */
    static Player into(KafkaConnection connection, LatidoSettings settings, DemoPlan plan, Simulation simulation) {
        Map<String, Topic> byMapping = new HashMap<>();
        settings.sources()
                .values()
                .forEach(source -> byMapping.put(
                        source.mapping(), new Topic(JobTopics.name(settings, source), source.partitions())));
        Properties properties = connection.properties();
        properties.setProperty("linger.ms", "10");
        properties.setProperty("batch.size", Integer.toString(256 << 10));
        properties.setProperty("compression.type", "lz4");
        // A new partition may refuse the first batch and take the second, after which it takes the first no more.
        properties.setProperty("max.in.flight.requests.per.connection", "1");
        return new Player(
                plan,
                simulation,
                byMapping,
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    void start() {
        thread.start();
    }

    /** Ends the playing early. */
    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    /** Whether all has been played, and Kafka has all of it. */
    boolean hasEnded() throws DemoFailure {
        Throwable failed = failure.get();
        if (failed instanceof DemoFailure sentence) {
            throw sentence;
        }
        if (failed != null) {
            throw new DemoFailure("The events could not be played into Kafka: " + failed, failed);
        }
        return ended;
    }

    long played() {
        return played.get();
    }

    /** Who has left the simulated business; to be asked once the playing has ended. */
    List<Churn> churns() {
        return simulation.churns();
    }

    private void play() {
        long started = System.nanoTime();
        try {
            for (Delivery delivery : simulation) {
                awaitTurn(started + plan.dueNanos(delivery.deliveredAt()));
                if (stopped) {
                    break;
                }
                send(delivery);
            }
            producer.flush();
            ended = true;
        } catch (DemoFailure | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    private void awaitTurn(long due) {
        for (long left = due - System.nanoTime(); left > 0 && !stopped; left = due - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, LONGEST_PAUSE_NANOS));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of failures
    private void send(Delivery delivery) throws DemoFailure {
        Topic topic = byMapping.get(delivery.source());
        if (topic == null) {
            throw new DemoFailure("No source in the settings has the mapping " + delivery.source()
                    + ", which reads the simulator's events for the topic " + delivery.topic() + ".");
        }
        producer.send(
                new ProducerRecord<>(topic.name, topic.nextPartition(), null, delivery.json()), (written, problem) -> {
                    if (problem != null) {
                        failure.compareAndSet(null, problem);
                    }
                });
        played.incrementAndGet();
    }

    @Override
    public void close() {
        stop();
        try {
            thread.join(STOP_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ZERO);
    }

    /** A topic and its partitions, taken in turn, so that each of them is in the order of delivery and none falls behind. */
    private static final class Topic {

        private final String name;
        private final int partitions;
        private int next;

        Topic(String name, int partitions) {
            this.name = name;
            this.partitions = partitions;
        }

        int nextPartition() {
            int partition = next;
            next = (next + 1) % partitions;
            return partition;
        }
    }
}
