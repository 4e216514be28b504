package dev.latido.customer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.Arrival;
import dev.latido.event.FeatureRow;
import dev.latido.event.HealthComponents;
import dev.latido.event.HealthScore;
import dev.latido.event.Kind;
import dev.latido.feature.Feature;
import dev.latido.health.HealthConfig;
import dev.latido.rule.CustomerField;
import dev.latido.rule.running.RuleSet;
import dev.latido.testing.CustomerStory;
import dev.latido.testing.ShippedPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CustomerFeaturesTest {

    private static final CustomerPolicy POLICY = ShippedPolicy.POLICY;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyRowFollowsFromTheDescriptions(long seed) {
        CustomerStory story = story();
        List<Arrival> applied = new ArrayList<>();
        Set<Feature> known = EnumSet.noneOf(Feature.class);
        for (Arrival arrival : FeatureLife.of(seed)) {
            int before = story.rows().size();
            story.until(arrival.place() - 1);
            for (FeatureRow row : story.rows().subList(before, story.rows().size())) {
                assertFollows(row, applied, known);
            }
            if (story.apply(arrival)) {
                applied.add(arrival);
            }
        }

        assertThat(story.rows()).hasSizeGreaterThan(60);
        assertThat(known).hasSizeGreaterThan(Feature.ALL.size() - 8);
    }

    private static void assertFollows(FeatureRow row, List<Arrival> applied, Set<Feature> known) {
        HealthConfig health = POLICY.health();
        var reference = new ReferenceFeatures(
                List.copyOf(applied),
                row.at().toEpochMilli(),
                health.catalogue().names(),
                POLICY.features());
        for (Feature feature : Feature.ALL) {
            @Nullable Double expected = reference.value(feature);
            if (expected != null) {
                assertThat(row.values().get(feature.index()))
                        .as("%s at %s", feature.text(), row.at())
                        .isEqualTo(Float.valueOf(expected.floatValue()));
                if (!expected.isNaN()) {
                    known.add(feature);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theHealthOfARowIsThatOfTheScoreOfTheSameEvaluation(long seed) {
        CustomerStory story = told(FeatureLife.of(seed));
        Map<Instant, FeatureRow> rows =
                story.rows().stream().collect(Collectors.toMap(FeatureRow::at, Function.identity()));

        List<HealthScore> daily = story.scores().stream()
                .filter(score -> rows.containsKey(score.at()))
                .toList();

        assertThat(daily).isNotEmpty().allSatisfy(score -> {
            FeatureRow row = requireNonNull(rows.get(score.at()));
            HealthComponents parts = score.components();
            assertThat(row.values().subList(Feature.SCORE.index(), Feature.ENGAGEMENT.index() + 1))
                    .containsExactly(
                            (float) score.score(),
                            (float) parts.usage(),
                            (float) parts.adoption(),
                            (float) parts.support(),
                            (float) parts.payment(),
                            (float) parts.engagement());
        });
    }

    /** Another process, which publishes no rows, sees at a daily evaluation what those who train are given. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whoeverScoresADailyEvaluationSeesTheRow(long seed) {
        CustomerStory story = story();
        Regime unpublished = new Regime(unpublished(), RuleSet.NONE);
        int compared = 0;
        for (Arrival arrival : FeatureLife.of(seed)) {
            while (story.customer().wakeAt() < arrival.place()) {
                long at = story.customer().wakeAt();
                Customer scored = CustomerCodec.decode(
                        story.customer().tenantId(),
                        story.customer().customerId(),
                        CustomerCodec.encode(story.customer()));
                int before = story.rows().size();
                story.until(at);
                scored.wake(at, unpublished, new CustomerStory());
                for (FeatureRow row : story.rows().subList(before, story.rows().size())) {
                    float[] seen = new float[Feature.ALL.size()];
                    scored.features(at, POLICY).fill(seen);
                    assertThat(row.at().toEpochMilli()).isEqualTo(at);
                    assertThat(seen).containsExactly(unboxed(row.values()));
                    compared++;
                }
            }
            story.apply(arrival);
        }
        assertThat(compared).isGreaterThan(60);
    }

    @Test
    void nothingIsPublishedWhereTheSettingsSaySo() {
        CustomerStory story = new CustomerStory(unpublished(), FeatureLife.CUSTOMER);
        FeatureLife.of(1).forEach(story::apply);

        assertThat(story.features()).isEmpty();
        assertThat(story.scores()).isEqualTo(told(FeatureLife.of(1)).scores());
    }

    @Test
    void rowsBeginAfterTheOnboardingAndStopWithTheLastSubscription() {
        CustomerStory story = new CustomerStory()
                .then("2030-01-01T12:00", Kind.LOGIN)
                .then("2030-01-20T12:00", Kind.SUBSCRIPTION_CANCELLED)
                .then("2030-02-20T12:00", Kind.SUBSCRIPTION_STARTED)
                .until("2030-02-23T12:00");

        List<Instant> at = story.rows().stream().map(FeatureRow::at).toList();
        assertThat(at).hasSize(12 + 3);
        assertThat(at.get(0)).isBetween(Instant.parse("2030-01-08T12:00:00Z"), Instant.parse("2030-01-09T12:00:00Z"));
        assertThat(at.get(11)).isBefore(Instant.parse("2030-01-20T12:00:00Z"));
        assertThat(at.get(12)).isAfter(Instant.parse("2030-02-20T12:00:00Z"));
    }

    /** The session minutes of a customer without a session are not known, and not 0. */
    @Test
    void whatIsNotKnownIsMissing() {
        CustomerStory story =
                new CustomerStory().then("2030-01-01T12:00", Kind.TICKET_CLOSED).until("2030-01-15T12:00");

        FeatureRow row = story.rows().get(story.rows().size() - 1);
        assertThat(Feature.ALL)
                .filteredOn(feature -> Float.isNaN(row.values().get(feature.index())))
                .extracting(Feature::text)
                .containsExactly(
                        "sessionTrend7",
                        "sessionTrend28",
                        "sessionMinutes30",
                        "featuresChange30",
                        "usersChange30",
                        "daysSinceTicket",
                        "daysSincePayment",
                        "monthlyRevenue",
                        "satisfaction",
                        "daysSinceSatisfaction",
                        "trial");
    }

    /** A row is known when it is published: nothing that has its place later changes it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatComesLaterChangesNoRow(long seed) {
        List<Arrival> life = FeatureLife.of(seed);
        CustomerStory whole = told(life);
        Random random = new Random(seed);
        for (int i = 0; i < 5; i++) {
            List<Arrival> beginning = life.subList(0, 1 + random.nextInt(life.size()));
            long end = beginning.get(beginning.size() - 1).place();

            CustomerStory cut = told(beginning);

            assertThat(cut.rows())
                    .containsExactlyElementsOf(whole.rows().stream()
                            .filter(row -> row.at().toEpochMilli() < end)
                            .toList());
            assertThat(cut.features())
                    .containsExactlyElementsOf(
                            whole.features().subList(0, cut.features().size()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void restoringInTheMiddleChangesNoRowAndNoOutcome(long seed) {
        List<Arrival> life = FeatureLife.of(seed);
        Random random = new Random(seed);
        CustomerStory restored = story();
        for (Arrival arrival : life) {
            restored.apply(arrival);
            if (random.nextInt(10) == 0) {
                restored.restore();
            }
        }

        assertThat(restored.features()).isEqualTo(told(life).features());
    }

    @Test
    void whatAConditionCanNameHasTheSameNameHere() {
        List<String> fields =
                Arrays.stream(CustomerField.values()).map(CustomerField::text).toList();

        assertThat(Feature.ALL)
                .extracting(Feature::text)
                .filteredOn(fields::contains)
                .containsExactlyInAnyOrder(
                        "sessions7",
                        "sessions30",
                        "sessionMinutes30",
                        "activeDays30",
                        "idleDays",
                        "adoption30",
                        "tickets30",
                        "failures90",
                        "openFailure",
                        "satisfaction",
                        "tenureDays",
                        "score",
                        "usage",
                        "adoption",
                        "support",
                        "payment",
                        "engagement");
    }

    private static float[] unboxed(List<Float> values) {
        float[] row = new float[values.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = values.get(i);
        }
        return row;
    }

    private static CustomerPolicy unpublished() {
        return new CustomerPolicy(
                POLICY.health(),
                POLICY.alerts(),
                POLICY.duplicates(),
                POLICY.rules(),
                POLICY.features().unpublished(),
                POLICY.models());
    }

    private static CustomerStory told(List<Arrival> life) {
        CustomerStory story = story();
        life.forEach(story::apply);
        return story;
    }

    private static CustomerStory story() {
        return new CustomerStory(POLICY, FeatureLife.CUSTOMER);
    }
}
