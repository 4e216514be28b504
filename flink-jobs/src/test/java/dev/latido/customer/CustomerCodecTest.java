package dev.latido.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.event.Arrival;
import dev.latido.health.Catalogue;
import dev.latido.health.HealthConfig;
import dev.latido.rule.running.RuleSet;
import dev.latido.testing.CustomerStory;
import dev.latido.testing.Events;
import dev.latido.testing.ShippedPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerCodecTest {

    /** Written by earlier versions after the first 400 arrivals of the life of seed 4; never written again. */
    private static final Path STATE = Path.of("src/test/resources/state");

    private static final Path RECORDED = STATE.resolve("customer-v" + CustomerCodec.VERSION + ".bin");

    /** The catalogue of that time: adoption is in the state. */
    private static final CustomerPolicy POLICY = withCatalogue(new Catalogue(List.of(
            "alerts",
            "api",
            "audit-log",
            "automations",
            "billing-portal",
            "calendar",
            "comments",
            "custom-fields",
            "dashboards",
            "export",
            "forms",
            "import",
            "integrations",
            "mobile-app",
            "permissions",
            "reports",
            "search",
            "single-sign-on",
            "templates",
            "webhooks")));

    private static final Regime REGIME = new Regime(POLICY, RuleSet.NONE);

    private static final List<Arrival> LIFE = RandomLife.of(new Random(4));
    private static final int RECORDED_AFTER = 400;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void stateOfEveryVersionGoesOnAsIfNothingHadHappened(int version) throws IOException {
        Customer undisturbed = Customer.create(Events.TENANT, RandomLife.CUSTOMER);
        play(undisturbed, LIFE.subList(0, RECORDED_AFTER));
        Customer recorded = CustomerCodec.decode(
                Events.TENANT, RandomLife.CUSTOMER, Files.readAllBytes(STATE.resolve("customer-v" + version + ".bin")));

        List<Arrival> rest = LIFE.subList(RECORDED_AFTER, LIFE.size());

        assertThat(recorded.band()).isEqualTo(undisturbed.band());
        assertThat(play(recorded, rest)).hasSizeGreaterThan(20).isEqualTo(play(undisturbed, rest));
    }

    @Test
    void theVersionOfTodayIsWrittenByteForByte() throws IOException {
        Customer customer = Customer.create(Events.TENANT, RandomLife.CUSTOMER);
        play(customer, LIFE.subList(0, RECORDED_AFTER));

        assertThat(CustomerCodec.encode(customer)).isEqualTo(Files.readAllBytes(RECORDED));
    }

    @Test
    void newCustomerSurvives() {
        Customer restored = CustomerCodec.decode("t", "c", CustomerCodec.encode(Customer.create("t", "c")));

        assertThat(restored.band()).isEmpty();
        assertThat(restored.wakeAt()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void unknownVersionIsRefusedInASentence() {
        assertThatThrownBy(() -> CustomerCodec.decode("t", "acme", new byte[] {9, 1, 2}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The state of customer 'acme' of tenant 't' has version 9; this program reads versions 1 to 2."
                                + " It was written by a newer program, or is no customer state.");
        assertThatThrownBy(() -> CustomerCodec.decode("t", "acme", new byte[0]))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void truncatedAndProlongedStateIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(RECORDED);

        for (int length : new int[] {1, 5, 40, whole.length / 2, whole.length - 1, whole.length + 1}) {
            assertThatThrownBy(() -> CustomerCodec.decode("t", "acme", Arrays.copyOf(whole, length)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The state of customer 'acme' of tenant 't' is damaged.");
        }
    }

    private static CustomerPolicy withCatalogue(Catalogue catalogue) {
        CustomerPolicy shipped = ShippedPolicy.POLICY;
        HealthConfig health = new HealthConfig(shipped.health().scorecard(), catalogue);
        return new CustomerPolicy(health, shipped.alerts(), shipped.duplicates(), shipped.rules());
    }

    private static List<Object> play(Customer customer, List<Arrival> arrivals) {
        CustomerStory findings = new CustomerStory();
        for (Arrival arrival : arrivals) {
            while (customer.wakeAt() < arrival.place()) {
                customer.wake(customer.wakeAt(), REGIME, findings);
            }
            customer.apply(arrival, REGIME, findings);
        }
        return findings.findings();
    }
}
