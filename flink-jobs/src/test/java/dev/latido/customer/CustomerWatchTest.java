package dev.latido.customer;

import static dev.latido.testing.SmallModel.stump;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.Kind;
import dev.latido.scoring.ScoringArtifacts;
import dev.latido.testing.CustomerStory;
import dev.latido.testing.SmallModel;
import dev.latido.watch.tally.LabelTally;
import dev.latido.watch.tally.ScoreTally;
import dev.latido.watch.tally.ShadowTally;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of a customer's scores the watch over models is told. */
class CustomerWatchTest {

    /** Daily instant of {@code acme}: floorMod("acme".hashCode(), 86400) = 50746 seconds after midnight. */
    private static final String DAILY = "14:05:46";

    /** The logistic function of -2 and of 2, in millionths. */
    private static final long ACTIVE = 119_203;

    private static final SmallModel CHURN = SmallModel.probability("churn", "v1", stump("idleDays", 7, -2, 2));
    private static final SmallModel CHALLENGER = SmallModel.probability("churn", "v2", stump("idleDays", 9, -2, 2));

    private final CustomerStory story = new CustomerStory();

    @Test
    void dailyEvaluationsAreCountedAndThoseAfterEventsAreNot() {
        story.under(ScoringArtifacts.set(CHURN));
        active();
        story.until("2030-01-12T" + DAILY);

        assertThat(scores()).hasSize(5).allSatisfy(tally -> {
            assertThat(tally.artifact().version()).isEqualTo("v1");
            assertThat(tally.bins().total()).isEqualTo(1);
            assertThat(tally.shadow()).isNull();
        });
        assertThat(story.scored()).isGreaterThan(5);
    }

    @Test
    void customersThatAreNewOrHaveLeftAreNotCounted() {
        story.under(ScoringArtifacts.set(CHURN));
        story.then("2030-01-01T10:00", Kind.LOGIN).until("2030-01-07T" + DAILY);
        assertThat(story.counted()).isEmpty();

        story.then("2030-01-08T10:00", Kind.SUBSCRIPTION_CANCELLED).until("2030-01-20T" + DAILY);
        assertThat(story.counted()).isEmpty();
    }

    @Test
    void anArtifactInTheShadowScoresTheSameDailyEvaluations() {
        story.under(ScoringArtifacts.tried(CHURN, CHALLENGER));
        active();
        story.until("2030-01-21T" + DAILY);

        List<ShadowTally> tried =
                scores().stream().map(tally -> requireNonNull(tally.shadow())).toList();
        assertThat(tried)
                .hasSize(14)
                .allSatisfy(tally -> assertThat(tally.shadow().version()).isEqualTo("v2"));
        assertThat(story.scoredInShadow()).isEqualTo(14);
        assertThat(tried.stream().mapToLong(ShadowTally::lowered).sum())
                .as("days on which the silence was above 7 days, and not above 9")
                .isEqualTo(2);
        assertThat(tried.stream().mapToLong(ShadowTally::agreeing).sum()).isEqualTo(12);
    }

    @Test
    void aScoreComesTrueWithTheNotice() {
        story.under(ScoringArtifacts.set(CHURN));
        active();
        story.restore();
        story.then("2030-01-12T10:00", Kind.CANCELLATION_SCHEDULED, "", Map.of("subscriptionId", "s"));

        assertThat(labels()).singleElement().satisfies(label -> {
            assertThat(label.positive()).isTrue();
            assertThat(label.score()).isEqualTo(ACTIVE);
        });

        story.until("2030-04-01T" + DAILY);
        assertThat(labels()).as("nothing is predicted of who has given notice").hasSize(1);
        assertThat(scores()).as("daily evaluations before the notice").hasSize(4);
    }

    @Test
    void aScoreDidNotComeTrueWhenItsTimeIsOver() {
        story.under(ScoringArtifacts.set(CHURN));
        active();
        story.until("2030-02-06T" + DAILY);
        assertThat(labels()).isEmpty();

        story.until("2030-02-07T" + DAILY);
        assertThat(labels()).singleElement().satisfies(label -> {
            assertThat(label.positive()).isFalse();
            assertThat(label.score()).isEqualTo(ACTIVE);
        });
    }

    private List<ScoreTally> scores() {
        return story.counted().stream()
                .filter(ScoreTally.class::isInstance)
                .map(ScoreTally.class::cast)
                .toList();
    }

    private List<LabelTally> labels() {
        return story.counted().stream()
                .filter(LabelTally.class::isInstance)
                .map(LabelTally.class::cast)
                .toList();
    }

    private void active() {
        story.then("2030-01-01T10:00", Kind.SUBSCRIPTION_STARTED, "", Map.of("subscriptionId", "s"));
        story.then("2030-01-01T10:01", Kind.LOGIN);
        story.then("2030-01-05T10:00", Kind.LOGIN);
        story.then("2030-01-10T10:00", Kind.LOGIN);
    }
}
