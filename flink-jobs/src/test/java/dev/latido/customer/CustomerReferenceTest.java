package dev.latido.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.Alert;
import dev.latido.event.Arrival;
import dev.latido.testing.CustomerStory;
import dev.latido.testing.ShippedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold for any life of a customer. */
class CustomerReferenceTest {

    private static final long DAY = 86_400_000;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 24);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyRecordFollowsFromTheDocumentedNumbers(long seed) {
        List<Arrival> life = RandomLife.of(new Random(seed));
        long until = life.get(life.size() - 1).place() + 45 * DAY;
        ReferenceCustomer reference = new ReferenceCustomer(
                RandomLife.CUSTOMER, ShippedPolicy.POLICY.health().catalogue().names());
        reference.play(life, until);

        CustomerStory story = story();
        long applied = life.stream().filter(story::apply).count();
        story.until(until);

        assertThat(story.scores()).containsExactlyElementsOf(reference.scores());
        assertThat(story.alerts().stream().map(CustomerReferenceTest::brief))
                .containsExactlyElementsOf(reference.alerts());
        assertThat(applied).isEqualTo(reference.applied());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void restoringInTheMiddleChangesNothing(long seed) {
        Random random = new Random(seed);
        List<Arrival> life = RandomLife.of(random);
        long until = life.get(life.size() - 1).place() + 450 * DAY;
        CustomerStory undisturbed = story();
        life.forEach(undisturbed::apply);
        undisturbed.until(until);

        CustomerStory restored = story();
        for (Arrival arrival : life) {
            restored.apply(arrival);
            if (random.nextInt(10) == 0) {
                restored.restore();
            }
        }
        restored.restore().until(until);

        assertThat(restored.findings()).isEqualTo(undisturbed.findings());
        assertThat(restored.isDropped()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyEventTwiceChangesNothing(long seed) {
        List<Arrival> life = RandomLife.of(new Random(seed));
        CustomerStory once = story();
        life.forEach(once::apply);

        CustomerStory twice = story();
        List<Boolean> repeated = new ArrayList<>();
        for (Arrival arrival : life) {
            twice.apply(arrival);
            byte[] before = CustomerCodec.encode(twice.customer());
            repeated.add(twice.apply(arrival));
            assertThat(CustomerCodec.encode(twice.customer())).isEqualTo(before);
        }

        assertThat(repeated).containsOnly(false);
        assertThat(twice.findings()).isEqualTo(once.findings());
    }

    private static CustomerStory story() {
        return new CustomerStory(ShippedPolicy.POLICY, RandomLife.CUSTOMER);
    }

    private static String brief(Alert alert) {
        return alert.at().toEpochMilli() + " " + alert.status() + " " + alert.severity();
    }
}
