package dev.latido.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latido.simulator.Delivery;
import dev.latido.simulator.Simulation;
import dev.latido.simulator.SimulationPlan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Simulated records of all sources in three parts, a short, a long and a short one, with fixed places in the partitions, whose results do not depend on
 * when they are read.
 *
 * <p>The watermark is that of the partition furthest behind. So each part ends, in every partition, with two events: a
 * tick at one instant, common to all, and a tock ten seconds later, which is more than any source's bound. Only once all
 * partitions have been read to their tock does the watermark pass the ticks, and in one step: a customer of a tick that
 * has a score says that the subtask of this customer is through with all that came before. What is read is thus known
 * to be complete, although the sources never end, and no partition is ever taken for idle (the settings of the tests rule
 * that out), which would make results depend on the wall clock.
 */
final class Feed {

    static final int PARTS = 3;

    /** By topic, its partitions. */
    static final Map<String, Integer> PARTITIONS =
            new TreeMap<>(Map.of("clickstream", 3, "billing", 2, "support", 2, "feedback", 1));

    private static final int CUSTOMERS = 40;
    private static final int DAYS = 45;
    private static final int TICKS_PER_PARTITION = 2;

    private final List<List<ProducerRecord<byte[], byte[]>>> parts = new ArrayList<>();
    private final List<Set<String>> ticks = new ArrayList<>();
    private final Map<String, Integer> sent = new HashMap<>();

    Feed() {
        List<Delivery> deliveries = new ArrayList<>();
        Simulation.of(new SimulationPlan(CUSTOMERS, DAYS, 7, Instant.parse("2025-01-01T00:00:00Z")))
                .forEach(deliveries::add);
        int fifth = deliveries.size() / 5;
        int[] ends = {0, fifth, 4 * fifth, deliveries.size()};
        for (int part = 0; part < PARTS; part++) {
            List<Delivery> own = deliveries.subList(ends[part], ends[part + 1]);
            parts.add(new ArrayList<>(own.stream().map(this::placed).toList()));
            ticks.add(new HashSet<>());
            addTicks(part, own.get(own.size() - 1).deliveredAt().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    List<ProducerRecord<byte[], byte[]>> part(int part) {
        return parts.get(part);
    }

    /** The customers of a part's ticks. */
    Set<String> ticks(int part) {
        return ticks.get(part);
    }

    /** A customer's records are spread over the partitions, where their order is lost. */
    private ProducerRecord<byte[], byte[]> placed(Delivery delivery) {
        int number = sent.merge(delivery.topic(), 1, Integer::sum);
        return record(delivery.topic(), number % PARTITIONS.getOrDefault(delivery.topic(), 1), delivery.json());
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, int partition, byte[] value) {
        return new ProducerRecord<>(topic, partition, null, value);
    }

    private void addTicks(int part, Instant at) {
        PARTITIONS.forEach((topic, partitions) -> {
            for (int partition = 0; partition < partitions; partition++) {
                for (int number = 0; number < TICKS_PER_PARTITION; number++) {
                    String customer = "tick-%d-%s-%d-%d".formatted(part, topic, partition, number);
                    ticks.get(part).add(customer);
                    parts.get(part).add(record(topic, partition, event(topic, customer, at)));
                }
                String tock = "tock-%d-%s-%d".formatted(part, topic, partition);
                parts.get(part).add(record(topic, partition, event(topic, tock, at.plusSeconds(10))));
            }
        });
    }

    /** An event of a customer in the form that the topic's shipped mapping reads. */
    private static byte[] event(String topic, String customer, Instant at) {
        String form = switch (topic) {
            case "clickstream" -> """
                        {"type": "track", "messageId": "of-%1$s", "userId": "%1$s", "timestamp": "%2$s",
                         "event": "Signed In"}""";
            case "billing" -> """
                        {"type": "invoice.paid", "id": "of-%1$s", "created": %3$d, "data": {"object":
                         {"id": "in-%1$s", "customer": "%1$s", "amount_paid": 100, "currency": "usd"}}}""";
            case "support" -> """
                        {"type": "zen:event-type:ticket.created", "id": "of-%1$s", "time": "%2$s", "detail":
                         {"id": "1", "organization_id": "%1$s", "requester_id": "1"}}""";
            default -> """
                        {"eventId": "of-%1$s", "customerId": "%1$s", "kind": "NPS", "at": "%2$s",
                         "attributes": {"score": "9"}}""";
        };
        return form.formatted(customer, at, at.getEpochSecond()).getBytes(UTF_8);
    }
}
