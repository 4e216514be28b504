package dev.latido.reference;

import static dev.latido.reference.ReferenceHealth.DAY;
import static dev.latido.reference.ReferenceHealth.HOUR;

import dev.latido.event.CustomerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Made-up input that looks for mistakes: few customers, much disorder, and instants exactly on every boundary. The same
 * seed and size give the same input.
 *
 * @param until an end for the run, at or after the highest time of any event
 */
public record SyntheticStreams(List<ReferenceInput> inputs, List<String> catalogue, Instant until) {

    private static final List<String> CUSTOMERS = List.of(
            "a",
            "acme",
            "Zoë",
            "naïve café",
            "客户",
            "\uD83D\uDE00",
            "c/1",
            "c\"2\\",
            "0",
            "polygenelubricants",
            " x",
            "ß");
    private static final List<Duration> BOUNDS =
            List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofHours(2));
    private static final List<Long> LATENESS =
            List.of(1L, 60_000L, HOUR, 5 * HOUR, DAY, 3 * DAY, 8 * DAY, 31 * DAY, 91 * DAY, 120 * DAY);
    private static final List<Long> RESEND_AFTER =
            List.of(0L, 0L, 1L, 1000L, HOUR - 1, HOUR, HOUR + 1, 6 * HOUR, DAY, 7 * DAY - 1, 7 * DAY, 7 * DAY + 1);

    /** An event at the moment when it is read. */
    private record Read(CustomerEvent event, long readAt) {}

    /** Everything at once: late events, duplicates of all ages, several partitions with different bounds. */
    public static SyntheticStreams adversarial(long seed, int events) {
        return new Source(seed, events, 40, true).streams();
    }

    /** The same without late events: every delay is within its partition's bound. */
    public static SyntheticStreams punctual(long seed, int events) {
        return new Source(seed, events, 40, false).streams();
    }

    /** Customers with up to 2,000 users each. */
    public static SyntheticStreams crowded(long seed, int events) {
        return new Source(seed, events, 2_000, true).streams();
    }

    /** Makes the streams of one seed. */
    private static final class Source {

        private final Random random;
        private final int events;
        private final int mostUsers;
        private final boolean mayBeLate;
        private final double lateShare;
        private final double duplicateShare;
        private final List<Duration> bounds;
        private final List<List<Read>> partitions;

        Source(long seed, int events, int mostUsers, boolean mayBeLate) {
            this.random = new Random(seed);
            this.events = events;
            this.mostUsers = mostUsers;
            this.mayBeLate = mayBeLate;
            this.lateShare = pick(List.of(0.0, 0.01, 0.05, 0.2));
            this.duplicateShare = pick(List.of(0.0, 0.02, 0.1, 0.3));
            int count = 1 + random.nextInt(4);
            this.bounds = Stream.generate(() -> pick(BOUNDS)).limit(count).toList();
            this.partitions =
                    Stream.<List<Read>>generate(ArrayList::new).limit(count).toList();
        }

        SyntheticStreams streams() {
            List<String> catalogue = IntStream.rangeClosed(1, 1 + random.nextInt(20))
                    .mapToObj(feature -> "feature " + feature)
                    .toList();
            List<String> features = new ArrayList<>(catalogue);
            features.addAll(List.of("unlisted", "Feature 1", ""));

            long from = Instant.parse("2024-02-01T00:00:00Z").toEpochMilli();
            long to = from + (60 + random.nextInt(900)) * DAY;
            int customers = 5 + random.nextInt(12);
            for (int i = 0; i < customers; i++) {
                boolean sharesItsName = i % 3 == 2;
                String tenantId = sharesItsName ? "other" : "default";
                String name = customerId(sharesItsName ? i - 1 : i);
                var customer = new SyntheticCustomer(random, tenantId, name, users(), features);
                var life = customer.live(from, to, 1 + random.nextInt(2 * events / customers));
                boolean beginsLate = random.nextInt(4) == 0;
                for (int j = 0; j < life.size(); j++) {
                    send(life.get(j), j == 0 && beginsLate ? 1 : lateShare);
                }
            }
            return new SyntheticStreams(inputs(), catalogue, until());
        }

        private static String customerId(int index) {
            return index < CUSTOMERS.size() ? CUSTOMERS.get(index) : "customer " + index;
        }

        private List<String> users() {
            int count = 1 + random.nextInt(random.nextInt(4) == 0 ? mostUsers : 5);
            return IntStream.range(0, count).mapToObj(user -> "ü" + user).toList();
        }

        private void send(SyntheticCustomer.Resent resent, double lateShare) {
            CustomerEvent event = resent.event();
            int partition = random.nextInt(partitions.size());
            long delay = mayBeLate && random.nextDouble() < lateShare
                    ? bounds.get(partition).toMillis() + pick(LATENESS)
                    : delayWithin(partition);
            read(event, partition, delay);
            if (resent.delay() > 0) {
                resend(event, partition, resent.delay());
            }
            if (random.nextDouble() < duplicateShare) {
                int other = random.nextInt(3) == 0 ? random.nextInt(partitions.size()) : partition;
                resend(event, other, delay + pick(RESEND_AFTER));
            }
        }

        private long delayWithin(int partition) {
            long bound = bounds.get(partition).toMillis();
            return pick(List.of(0L, 0L, bound, random.nextLong(bound + 1)));
        }

        private void resend(CustomerEvent event, int partition, long delay) {
            long bound = bounds.get(partition).toMillis();
            read(event, partition, mayBeLate ? delay : Math.min(delay, bound));
        }

        private void read(CustomerEvent event, int partition, long delay) {
            partitions.get(partition).add(new Read(event, event.at().toEpochMilli() + delay));
        }

        private List<ReferenceInput> inputs() {
            List<ReferenceInput> inputs = new ArrayList<>();
            for (int i = 0; i < partitions.size(); i++) {
                List<Read> reads = partitions.get(i);
                Collections.shuffle(reads, random);
                reads.sort(Comparator.comparingLong(Read::readAt));
                inputs.add(new ReferenceInput(
                        "p" + i, bounds.get(i), reads.stream().map(Read::event).toList()));
            }
            return inputs;
        }

        private Instant until() {
            Instant last = partitions.stream()
                    .flatMap(List::stream)
                    .map(read -> read.event().at())
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
            return last.plusMillis(pick(List.of(0L, HOUR, 3 * DAY, 40 * DAY)));
        }

        private <T> T pick(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
    }
}
