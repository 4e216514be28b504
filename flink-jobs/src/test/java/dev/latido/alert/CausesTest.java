package dev.latido.alert;

import static dev.latido.testing.Events.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.testing.Events;
import org.junit.jupiter.api.Test;

class CausesTest {

    private static final long START = at("2030-01-01T10:00");

    private Causes causes = new Causes();

    @Test
    void ticketsAndFailuresCauseOldestFirst() {
        causes.apply(event("t2", Kind.TICKET_OPENED, 20));
        causes.apply(event("f1", Kind.PAYMENT_FAILED, 10));
        causes.apply(event("t0", Kind.TICKET_OPENED, 0));
        causes.apply(event("f3", Kind.INVOICE_OVERDUE, 30));
        causes.apply(event("r4", Kind.PAYMENT_RETRY_FAILED, 40));

        assertThat(causes.eventIds(true, START, null)).containsExactly("t0", "f1", "t2", "f3");
        assertThat(causes.eventIds(true, Long.MAX_VALUE, null)).containsExactly("t0", "t2");
        assertThat(causes.eventIds(false, START + 11, null)).containsExactly("f3");
    }

    @Test
    void whatChangedTheLevelAndWhatIsAppliedNowAreNamedOnce() {
        CustomerEvent failure = event("f", Kind.PAYMENT_FAILED, 10);
        causes.apply(failure);
        causes.levelChanged(failure);

        assertThat(causes.eventIds(false, START, failure)).containsExactly("f");
        assertThat(causes.eventIds(false, Long.MAX_VALUE, event("now", Kind.LOGIN, 20)))
                .containsExactly("f", "now");

        causes.levelChanged(null);
        assertThat(causes.eventIds(false, Long.MAX_VALUE, null)).isEmpty();
    }

    @Test
    void tenOfAKindAreKeptAndTwentyNamedTheLatestOfThem() {
        for (int i = 0; i < 15; i++) {
            causes.apply(event("t" + i, Kind.TICKET_OPENED, i));
            causes.apply(event("f" + i, Kind.PAYMENT_FAILED, i));
        }
        causes.apply(event("too old", Kind.PAYMENT_FAILED, 1));
        causes.levelChanged(event("change", Kind.LOGIN, 100));

        assertThat(causes.eventIds(true, START, event("now", Kind.LOGIN, 101)))
                .hasSize(20)
                .startsWith("t6", "f6")
                .endsWith("t14", "f14", "change", "now")
                .doesNotContain("too old");
    }

    @Test
    void overlongIdsAreKeptAsDigests() {
        causes.apply(event("x".repeat(129), Kind.TICKET_OPENED, 0));
        causes.apply(event("y".repeat(128), Kind.TICKET_OPENED, 1));

        assertThat(causes.eventIds(true, Long.MAX_VALUE, null))
                .containsExactly(AlertCourse.digest("x".repeat(129)), "y".repeat(128));
        assertThat(AlertCourse.digest("x")).hasSize(32);
    }

    @Test
    void whatIsOverIsForgottenAndTheRestSurvivesARestore() {
        causes.apply(event("t0", Kind.TICKET_OPENED, 0));
        causes.apply(event("t1", Kind.TICKET_OPENED, 1));
        causes.apply(event("f0", Kind.PAYMENT_FAILED, 0));
        causes.levelChanged(event("change", Kind.LOGIN, 5));
        causes.forget(START + 1, START + 1);

        StateWriter out = new StateWriter(START);
        causes.write(out);
        StateReader in = new StateReader(out.toBytes(), 0);
        in.base(START);
        causes = Causes.read(in);

        assertThat(causes.eventIds(true, START, null)).containsExactly("t1", "change");
    }

    private static CustomerEvent event(String id, Kind kind, long millis) {
        return Events.event(id, kind, START + millis);
    }
}
