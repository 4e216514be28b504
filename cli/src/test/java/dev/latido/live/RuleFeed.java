package dev.latido.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Events for as long as they are asked for, one a second, of customers in turn. Each of them goes round in six events: a
 * payment fails, the plans are looked at, the cancel page is opened, with something else after each. Customers stand at
 * different points of the round, so that at any instant most are in the middle of it. A customer's events are spread over
 * the partitions, where their order is lost.
 */
final class RuleFeed {

    static final int PARTITIONS = 3;

    private static final int CUSTOMERS = 24;
    private static final int ROUND = 6;
    private static final int TICKS_PER_PARTITION = 4;
    private static final Instant START = Instant.parse("2025-01-01T10:00:00Z");

    private record Placed(int partition, String json) {
        ProducerRecord<byte[], byte[]> in(String topic) {
            return new ProducerRecord<>(topic, partition, null, json.getBytes(UTF_8));
        }
    }

    private final List<Placed> placed = new ArrayList<>();
    private int number;

    /** The next events, for a topic. */
    List<ProducerRecord<byte[], byte[]>> next(int count, String topic) {
        int from = placed.size();
        for (int i = 0; i < count; i++) {
            addNext();
        }
        return from(from, topic);
    }

    /** All that there have been, for a topic. */
    List<ProducerRecord<byte[], byte[]>> all(String topic) {
        return from(0, topic);
    }

    private List<ProducerRecord<byte[], byte[]>> from(int first, String topic) {
        return placed.subList(first, placed.size()).stream()
                .map(event -> event.in(topic))
                .toList();
    }

    private void addNext() {
        int customer = number % CUSTOMERS;
        int turn = number / CUSTOMERS;
        int amount = (7 * turn + 13 * customer) % 100;
        String what = switch ((turn + customer) % ROUND) {
            case 0 -> "\"PAYMENT_FAILED\", \"amountCents\": " + amount;
            case 2 -> "\"PAGE_VIEW\", \"name\": \"Plans\"";
            case 4 -> "\"PAGE_VIEW\", \"name\": \"Cancel\"";
            case 5 -> customer % 3 == 0 && turn % 4 == 0 ? "\"PAYMENT_SUCCEEDED\"" : "\"LOGIN\"";
            default -> "\"FEATURE_USED\", \"name\": \"reports\"";
        };
        add((turn + number) % PARTITIONS, "customer-" + customer, what, START.plusSeconds(number));
        number++;
    }

    private void add(int partition, String customer, String what, Instant at) {
        placed.add(new Placed(partition, """
                {"eventId": "%1$s-%3$s", "customerId": "%1$s", "kind": %2$s, "at": "%3$s"}""".formatted(customer, what, at)));
    }

    /** Ends every partition, as in {@link Feed}, with ticks at one instant and something later that lets time pass them. */
    List<ProducerRecord<byte[], byte[]>> end(String topic) {
        int from = placed.size();
        Instant at = START.plusSeconds(number);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            for (int i = 0; i < TICKS_PER_PARTITION; i++) {
                add(partition, tick(partition, i), "\"LOGIN\"", at);
            }
            add(partition, "tock-" + partition, "\"LOGIN\"", at.plusSeconds(60));
        }
        return from(from, topic);
    }

    /** The customers of the ticks. */
    static Set<String> ticks() {
        Set<String> ticks = new HashSet<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            for (int i = 0; i < TICKS_PER_PARTITION; i++) {
                ticks.add(tick(partition, i));
            }
        }
        return ticks;
    }

    private static String tick(int partition, int number) {
        return "tick-" + partition + "-" + number;
    }
}
