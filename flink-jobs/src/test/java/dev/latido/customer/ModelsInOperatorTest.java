package dev.latido.customer;

import static dev.latido.testing.Artifacts.content;
import static dev.latido.testing.Events.arrival;
import static dev.latido.testing.Events.eventOf;
import static dev.latido.testing.ModelChanges.announce;
import static dev.latido.testing.ModelChanges.effective;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.HealthScore;
import dev.latido.event.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How models reach customers, whichever subtask they are in. */
class ModelsInOperatorTest {

    private static final long NOON = 1_735_732_800_000L;

    private CustomerHarness harness;

    @BeforeEach
    void open() throws Exception {
        harness = CustomerHarness.open(CustomerHarness.Setup.REPLAY);
        harness.restart(2);
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void allSubtasksSeeAModelFromTheSameInstantOn() throws Exception {
        harness.watermark(NOON);
        harness.change(content("churn", "1"));
        harness.change(effective(1, NOON + 1, announce("churn", "1")));

        assertThat(harness.modelsAt(NOON)).containsExactly("", "");
        assertThat(harness.modelsAt(NOON + 1)).containsExactly("churn 1", "churn 1");
    }

    /** The control stage sends them before any time, so that no customer can come to an instant without them. */
    @Test
    void afterARestartNothingIsEvaluatedBeforeTheModelsAreThere() throws Exception {
        harness.watermark(NOON);
        harness.change(content("churn", "1"));
        harness.change(effective(1, NOON + 1, announce("churn", "1")));
        harness.process(arrival(eventOf("ada", "e1", Kind.LOGIN, at(NOON + 10))));
        harness.restart(3);

        harness.process(arrival(eventOf("bob", "e2", Kind.LOGIN, at(NOON + 10))));
        harness.watermarkOfEvents(NOON + 1000);
        assertThat(harness.scores()).as("before the control stage has spoken").isEmpty();

        harness.change(content("churn", "1"));
        harness.change(effective(1, NOON + 1, announce("churn", "1")));
        harness.watermarkOfControl(NOON + 1000);
        assertThat(harness.scores()).extracting(HealthScore::customerId).containsExactlyInAnyOrder("ada", "bob");
        assertThat(harness.modelsAt(NOON + 10)).isEqualTo(List.of("churn 1", "churn 1", "churn 1"));
    }

    private static String at(long millis) {
        return Instant.ofEpochMilli(millis).toString().replace("Z", "");
    }
}
