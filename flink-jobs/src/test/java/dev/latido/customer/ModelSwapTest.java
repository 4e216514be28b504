package dev.latido.customer;

import static dev.latido.testing.Events.arrival;
import static dev.latido.testing.Events.eventOf;
import static dev.latido.testing.SmallModel.stump;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.Alert;
import dev.latido.event.HealthScore;
import dev.latido.event.Kind;
import dev.latido.event.Prediction;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.EffectiveModel;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.ModelContent;
import dev.latido.testing.SmallModel;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models change in the middle of the stream: each customer is scored by exactly one artifact of each at every instant. */
class ModelSwapTest {

    private static final long NOON = 1_735_732_800_000L;
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    /** When the artifact changes, to the millisecond. */
    private static final long SWAP = NOON + 20 * DAY + 7;

    /** Customers of all subtasks, whichever names fall where. */
    private static final List<String> CUSTOMERS = List.of("ada", "bob", "cy", "dan", "eve", "fay", "gus", "hal");

    private static final SmallModel OLD = SmallModel.probability("churn", "old", stump("failures90", 1, -2, 2));
    private static final SmallModel NEW = SmallModel.probability("churn", "new", stump("failures90", 1, -3, 3));
    private static final SmallModel LTV = SmallModel.amount("ltv", "v1", stump("failures90", 1, 500, 100));

    private CustomerHarness harness;

    @BeforeEach
    void open() throws Exception {
        harness = CustomerHarness.open(CustomerHarness.Setup.REPLAY);
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void scoresBeforeTheInstantAreOfTheOldArtifactAndFromThereOnOfTheNewOne(int parallelism) throws Exception {
        harness.restart(parallelism);
        announceAll();
        play();
        harness.watermark(SWAP + DAY);

        assertThat(byNew(SWAP - 1)).isEqualTo(versions("old"));
        assertThat(byNew(SWAP)).isEqualTo(versions("new"));
        assertThat(byNew(SWAP + 1)).isEqualTo(versions("new"));
        assertThat(scored()).allSatisfy(score -> {
            boolean before = score.at().toEpochMilli() < SWAP;
            assertThat(score.modelVersion()).isEqualTo(before ? "old" : "new");
            assertThat(score.churnProbability()).isIn(before ? List.of(0.1192, 0.8808) : List.of(0.0474, 0.9526));
            assertThat(score.predictions()).extracting(Prediction::model).containsExactly("churn", "ltv");
        });
    }

    /** The control stage sends everything again after a restart, before any time. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void restartsBeforeAndAfterTheInstantChangeNothing(int parallelism) throws Exception {
        announceAll();
        play();
        harness.watermark(SWAP + DAY);
        List<String> undisturbed = lines();
        assertThat(undisturbed).hasSizeGreaterThan(30);
        harness.close();

        open();
        announceAll();
        play();
        for (long at : new long[] {SWAP - 8 * DAY, SWAP - 1, SWAP, SWAP + 1}) {
            harness.watermark(at);
            harness.restart(parallelism);
            announceAll();
        }
        harness.watermark(SWAP + DAY);

        assertThat(lines()).containsExactlyElementsOf(undisturbed);
    }

    @Test
    void anAlertThatIsOpenIsNotOpenedAgainByTheNewArtifact() throws Exception {
        announceAll();
        event("ada", Kind.LOGIN, NOON);
        event("ada", Kind.PAYMENT_FAILED, NOON + 10 * DAY);
        harness.watermark(SWAP + 5 * DAY);

        assertThat(harness.alerts())
                .filteredOn(alert -> alert.ruleId().equals("churn-risk"))
                .extracting(Alert::at)
                .containsExactly(Instant.ofEpochMilli(NOON + 10 * DAY));
    }

    @Test
    void aModelThatIsRemovedScoresNobodyAnyMoreAndItsAlertIsClosed() throws Exception {
        announceAll();
        change(4, SWAP + HOUR, ModelChange.removal("churn", "ada", "a test", SWAP + HOUR));
        event("ada", Kind.LOGIN, NOON);
        event("ada", Kind.PAYMENT_FAILED, NOON + 10 * DAY);
        event("ada", Kind.PAYMENT_SUCCEEDED, SWAP + HOUR);
        harness.watermark(SWAP + DAY);

        assertThat(harness.alerts())
                .filteredOn(alert -> alert.ruleId().equals("churn-risk"))
                .extracting(alert -> alert.at().toEpochMilli() + " " + alert.status())
                .containsExactly(NOON + 10 * DAY + " open", SWAP + HOUR + " resolved");
        HealthScore last = harness.scores().get(harness.scores().size() - 1);
        assertThat(last.modelVersion()).isNull();
        assertThat(last.predictions()).extracting(Prediction::model).containsExactly("ltv");
    }

    /** As the control stage sends it: an artifact before the first change that names it. */
    private void announceAll() throws Exception {
        harness.change(content(OLD));
        change(1, NOON - DAY, announce(OLD, NOON - DAY));
        harness.change(content(LTV));
        change(2, NOON - DAY, announce(LTV, NOON - DAY));
        harness.change(content(NEW));
        change(3, SWAP, announce(NEW, SWAP));
    }

    private void change(long id, long effectiveAt, ModelChange change) throws Exception {
        harness.change(new EffectiveModel(id, NOON - 2 * DAY, effectiveAt, change));
    }

    private static ModelChange announce(SmallModel model, long at) {
        return new ModelChange(
                model.name(), new ArtifactRef("/models", model.sha256()), null, null, "ada", "a test", at);
    }

    private static ModelContent content(SmallModel model) {
        return new ModelContent(model.sha256(), model.version(), model.files());
    }

    /** Each customer fails to pay just before, at and just after the instant, so that there is a record at each. */
    private void play() throws Exception {
        for (String customer : CUSTOMERS) {
            event(customer, Kind.LOGIN, NOON);
            event(customer, Kind.SUBSCRIPTION_STARTED, NOON + 9 * DAY);
            event(customer, Kind.PAYMENT_FAILED, SWAP - 1);
            event(customer, Kind.PAYMENT_SUCCEEDED, SWAP);
            event(customer, Kind.PAYMENT_FAILED, SWAP + 1);
        }
    }

    private void event(String customer, Kind kind, long at) throws Exception {
        String time = Instant.ofEpochMilli(at).toString().replace("Z", "");
        harness.process(arrival(eventOf(customer, customer + at, kind, time)));
    }

    private List<HealthScore> scored() {
        return harness.scores().stream()
                .filter(score -> !score.predictions().isEmpty())
                .toList();
    }

    /** Which artifact scored each customer at the instant. */
    private List<String> byNew(long at) {
        return scored().stream()
                .filter(score -> score.at().toEpochMilli() == at)
                .map(score -> score.customerId() + " " + score.modelVersion())
                .sorted()
                .toList();
    }

    private static List<String> versions(String version) {
        return CUSTOMERS.stream().map(customer -> customer + " " + version).toList();
    }

    private List<String> lines() {
        return Stream.concat(harness.scores().stream(), harness.alerts().stream())
                .map(Object::toString)
                .sorted()
                .toList();
    }
}
