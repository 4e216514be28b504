package dev.latido.customer;

import static dev.latido.testing.Events.arrival;
import static dev.latido.testing.Events.at;
import static dev.latido.testing.Events.eventOf;
import static dev.latido.testing.RuleChanges.change;
import static dev.latido.testing.RuleChanges.effective;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latido.event.Alert;
import dev.latido.event.Kind;
import dev.latido.rule.RuleChange.Action;
import dev.latido.testing.Rules;
import java.time.Instant;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A checkpoint of the operator, recorded in mid-match, with a change of rules that waits for its time. */
class RulesSnapshotTest {

    private static final String RECORDED = "src/test/resources/state/customer-health-v2.snapshot";
    private static final long NOON = at("2025-01-01T12:00");

    @Test
    void rulesAndPartialMatchesGoOnFromTheRecordedState() throws Exception {
        try (CustomerHarness restored = CustomerHarness.restored(
                CustomerHarness.Setup.REPLAY, OperatorSnapshotUtil.readStateHandle(RECORDED))) {
            view(restored, "2025-01-01T13:00");
            view(restored, "2025-01-02T13:00");
            restored.watermark(at("2025-01-02T13:00"));

            assertThat(restored.alerts())
                    .filteredOn(alert -> alert.ruleId().startsWith("p"))
                    .extracting(Alert::ruleId, Alert::at)
                    .containsExactly(
                            tuple("pair", Instant.parse("2025-01-01T13:00:00Z")),
                            tuple("page", Instant.parse("2025-01-02T13:00:00Z")));
        }
    }

    @Test
    @EnabledIfSystemProperty(
            named = "latido.snapshot",
            matches = "record",
            disabledReason = "writes the recorded state")
    void record() throws Exception {
        try (CustomerHarness harness = CustomerHarness.open(CustomerHarness.Setup.REPLAY)) {
            harness.change(effective(1, NOON - 1, change("pair", Action.APPLY, pair())));
            harness.change(effective(2, at("2025-01-02T00:00"), change("page", Action.APPLY, page())));
            harness.process(arrival(eventOf("ada", "a1", Kind.LOGIN, "2025-01-01T12:00")));
            harness.watermark(NOON);

            OperatorSnapshotUtil.writeStateHandle(harness.snapshot(), RECORDED);
        }
    }

    private static String pair() {
        return Rules.source(
                "pair",
                1,
                "within: 7 days",
                "steps:",
                "  - step: login",
                "    kind: LOGIN",
                "  - step: page",
                "    kind: PAGE_VIEW");
    }

    private static String page() {
        return Rules.source("page", 1, "steps:", "  - step: page", "    kind: PAGE_VIEW");
    }

    private static void view(CustomerHarness harness, String time) throws Exception {
        harness.process(arrival(eventOf("ada", "v" + time, Kind.PAGE_VIEW, time)));
    }
}
