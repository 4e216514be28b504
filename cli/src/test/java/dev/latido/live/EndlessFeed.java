package dev.latido.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Events for as long as they are asked for, one a minute, of customers in turn, who have been there for ten days. Each of
 * them goes round in six events: a payment fails, the plans are looked at, the cancel page is opened, with something else
 * after each. Customers stand at different points of the round, so that at any instant most are in the middle of it.
 * Besides, each is unhappy for two days and happy for two, one after the other. A customer's events are spread over the
 * partitions, where their order is lost.
 */
final class EndlessFeed {

    static final int PARTITIONS = 3;

    private static final int CUSTOMERS = 24;
    private static final int ROUND = 6;
    private static final int TICKS_PER_PARTITION = 4;
    private static final Instant START = Instant.parse("2025-01-11T10:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(1);

    /** The first event is an onboarding period and more before all others. */
    private static final Duration BEFORE = Duration.ofDays(10);

    /** In turns: four days, and how far a customer is ahead of the next. */
    private static final int MOODS = 240;

    private static final int MOOD_APART = MOODS / CUSTOMERS;

    private record Placed(int partition, String json) {
        ProducerRecord<byte[], byte[]> in(String topic) {
            return new ProducerRecord<>(topic, partition, null, json.getBytes(UTF_8));
        }
    }

    private final List<Placed> placed = new ArrayList<>();
    private int number;
    private int given;

    EndlessFeed() {
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            add(
                    customer % PARTITIONS,
                    name(customer),
                    satisfaction(9),
                    START.minus(BEFORE).plusSeconds(customer));
        }
    }

    /** Whether what is said of a customer at an instant is said after the onboarding. */
    static boolean isPastOnboarding(String customer, Instant at) {
        return customer.startsWith("customer-") && !at.isBefore(START);
    }

    /** The next events, for a topic. */
    List<ProducerRecord<byte[], byte[]>> next(int count, String topic) {
        for (int i = 0; i < count; i++) {
            addNext();
        }
        return rest(topic);
    }

    private List<ProducerRecord<byte[], byte[]>> rest(String topic) {
        int from = given;
        given = placed.size();
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
        String what = switch ((turn + MOOD_APART * customer) % MOODS) {
            case 0 -> satisfaction(9);
            case MOODS / 2 -> satisfaction(1);
            default -> inTheRound(customer, turn);
        };
        add((turn + number) % PARTITIONS, name(customer), what, at(number));
        number++;
    }

    private static String inTheRound(int customer, int turn) {
        int amount = (7 * turn + 13 * customer) % 100;
        return switch ((turn + customer) % ROUND) {
            case 0 -> "\"PAYMENT_FAILED\", \"amountCents\": " + amount;
            case 2 -> "\"PAGE_VIEW\", \"name\": \"Plans\"";
            case 4 -> "\"PAGE_VIEW\", \"name\": \"Cancel\"";
            case 5 -> customer % 3 == 0 && turn % 4 == 0 ? "\"PAYMENT_SUCCEEDED\"" : "\"LOGIN\"";
            default -> "\"FEATURE_USED\", \"name\": \"reports\"";
        };
    }

    private static String satisfaction(int score) {
        return "\"NPS\", \"attributes\": {\"score\": \"" + score + "\"}";
    }

    private static String name(int customer) {
        return "customer-" + customer;
    }

    private static Instant at(int number) {
        return START.plus(STEP.multipliedBy(number));
    }

    private void add(int partition, String customer, String what, Instant at) {
        placed.add(new Placed(partition, """
                {"eventId": "%1$s-%3$s", "customerId": "%1$s", "kind": %2$s, "at": "%3$s"}""".formatted(customer, what, at)));
    }

    /** Ends every partition, as in {@link Feed}, with ticks at one instant and something later that lets time pass them. */
    List<ProducerRecord<byte[], byte[]>> end(String topic) {
        Instant at = at(number);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            for (int i = 0; i < TICKS_PER_PARTITION; i++) {
                add(partition, tick(partition, i), "\"LOGIN\"", at);
            }
            add(partition, "tock-" + partition, "\"LOGIN\"", at.plus(STEP));
        }
        return rest(topic);
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
