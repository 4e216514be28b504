package dev.latido.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.event.Alert;
import dev.latido.event.Arrival;
import dev.latido.event.FeatureRow;
import dev.latido.feature.Feature;
import dev.latido.health.Catalogue;
import dev.latido.health.HealthConfig;
import dev.latido.memory.UtcDay;
import dev.latido.rule.running.RuleSet;
import dev.latido.scoring.ScoringArtifacts;
import dev.latido.testing.CustomerStory;
import dev.latido.testing.Events;
import dev.latido.testing.Rules;
import dev.latido.testing.ShippedPolicy;
import dev.latido.testing.SmallModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerCodecTest {

    /**
     * Written by earlier versions after the first 400 arrivals of the life of seed 4; never written again. Those of
     * version 3 and later were written with {@code -Dlatido.snapshot=record}.
     */
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

    /** There were no rules at the time of version 1. */
    private static final Regime WITHOUT_RULES = new Regime(POLICY, RuleSet.NONE);

    private static final Regime WITH_RULES = new Regime(
            POLICY,
            Rules.ruleSet(
                    Rules.rule(
                            "features-and-tickets",
                            "within: 60 days",
                            "cooldown: 20 days",
                            "skip: none",
                            "steps:",
                            "  - step: used",
                            "    kind: FEATURE_USED",
                            "    when: customer.score > 5.0",
                            "  - step: ticket",
                            "    kind: TICKET_OPENED",
                            "  - step: invoice",
                            "    kind: PAYMENT_FAILED",
                            "    when: event.attributes.subscriptionId != used.name"),
                    Rules.rule(
                            "ticket-open",
                            "steps:",
                            "  - step: opened",
                            "    kind: TICKET_OPENED",
                            "resolve:",
                            "  kind: NPS")));

    /** There was nothing of models in state before version 4. */
    private static final Regime WITH_MODELS = new Regime(
            POLICY,
            WITH_RULES.rules(),
            ScoringArtifacts.set(SmallModel.probability("churn", "v1", SmallModel.stump("idleDays", 2, -2, 2))));

    private static final int RECORDED_AFTER = 400;
    private static final int FIRST_WITH_HISTORY = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void stateOfEveryVersionGoesOnAsIfNothingHadHappened(int version) throws IOException {
        List<Arrival> life = life(version);
        Customer undisturbed = Customer.create(Events.TENANT, RandomLife.CUSTOMER);
        Regime regime = regime(version);
        play(undisturbed, regime, life.subList(0, RECORDED_AFTER));
        Customer recorded = CustomerCodec.decode(
                Events.TENANT, RandomLife.CUSTOMER, Files.readAllBytes(STATE.resolve("customer-v" + version + ".bin")));

        List<Arrival> rest = life.subList(RECORDED_AFTER, life.size());

        assertThat(recorded.band()).isEqualTo(undisturbed.band());
        CustomerStory expected = play(undisturbed, regime, rest);
        CustomerStory found = play(recorded, regime, rest);
        assertThat(found.findings()).hasSizeGreaterThan(20).isEqualTo(expected.findings());
        assertThat(found.rows()).hasSameSizeAs(expected.rows());
        if (version >= FIRST_WITH_HISTORY) {
            assertThat(found.features()).hasSizeGreaterThan(20).isEqualTo(expected.features());
        }
    }

    @Test
    void theVersionOfTodayIsWrittenByteForByte() throws IOException {
        Customer customer = Customer.create(Events.TENANT, RandomLife.CUSTOMER);
        CustomerStory story = play(
                customer,
                regime(CustomerCodec.VERSION),
                life(CustomerCodec.VERSION).subList(0, RECORDED_AFTER));

        assertThat(story.alerts()).extracting(Alert::ruleId).contains("churn-risk");
        assertThat(CustomerCodec.encode(customer)).isEqualTo(Files.readAllBytes(RECORDED));
    }

    /** Of what the state of version 2 does not know, the features say that it is missing, for as long as it is. */
    @Test
    void featuresOfACustomerWithAnOlderStateAreMissingUntilTheyAreKnown() throws IOException {
        Customer recorded = CustomerCodec.decode(
                Events.TENANT, RandomLife.CUSTOMER, Files.readAllBytes(STATE.resolve("customer-v2.bin")));
        List<Arrival> life = life(2);
        long end = life.get(life.size() - 1).place() + 60 * UtcDay.MILLIS;

        CustomerStory story = play(recorded, WITH_RULES, life.subList(RECORDED_AFTER, life.size()));
        while (recorded.wakeAt() < end) {
            recorded.wake(recorded.wakeAt(), WITH_RULES, story);
        }

        List<FeatureRow> rows = story.rows();
        int since = UtcDay.of(life.get(RECORDED_AFTER - 1).place());
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            int known = UtcDay.of(row.at().toEpochMilli()) - since;
            assertThat(row.values().get(Feature.ERRORS_7.index()).isNaN()).isEqualTo(known < 7);
            assertThat(row.values().get(Feature.USERS_30.index()).isNaN()).isEqualTo(known < 30);
            assertThat(row.values().get(Feature.USERS_CHANGE_30.index()).isNaN())
                    .isEqualTo(known < 60);
            assertThat(row.values().get(Feature.SESSIONS_30.index())).isNotNaN();
        });
        assertThat(rows)
                .anySatisfy(row -> assertThat(row.values().get(Feature.USERS_CHANGE_30.index()))
                        .isNotNaN());
    }

    @Test
    @EnabledIfSystemProperty(
            named = "latido.snapshot",
            matches = "record",
            disabledReason = "writes the recorded state")
    void record() throws IOException {
        Customer customer = Customer.create(Events.TENANT, RandomLife.CUSTOMER);
        play(
                customer,
                regime(CustomerCodec.VERSION),
                life(CustomerCodec.VERSION).subList(0, RECORDED_AFTER));

        Files.write(RECORDED, CustomerCodec.encode(customer));
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
                        "The state of customer 'acme' of tenant 't' has version 9; this program reads versions 1 to 4."
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

    private static Regime regime(int version) {
        return switch (version) {
            case 1 -> WITHOUT_RULES;
            case 2, 3 -> WITH_RULES;
            default -> WITH_MODELS;
        };
    }

    /** What features look at happens in the later one only. */
    private static List<Arrival> life(int version) {
        return version < FIRST_WITH_HISTORY ? RandomLife.of(new Random(4)) : FeatureLife.of(4);
    }

    private static CustomerPolicy withCatalogue(Catalogue catalogue) {
        CustomerPolicy shipped = ShippedPolicy.POLICY;
        HealthConfig health = new HealthConfig(shipped.health().scorecard(), catalogue);
        return new CustomerPolicy(
                health, shipped.alerts(), shipped.duplicates(), shipped.rules(), shipped.features(), shipped.models());
    }

    private static CustomerStory play(Customer customer, Regime regime, List<Arrival> arrivals) {
        CustomerStory findings = new CustomerStory();
        for (Arrival arrival : arrivals) {
            while (customer.wakeAt() < arrival.place()) {
                customer.wake(customer.wakeAt(), regime, findings);
            }
            customer.apply(arrival, regime, findings);
        }
        return findings;
    }
}
