package dev.latido.demo;

import static dev.latido.demo.Results.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.latido.demo.AlertBook.Hindsight;
import dev.latido.demo.AlertBook.Sort;
import dev.latido.demo.AlertBook.Tally;
import dev.latido.simulator.Churn;
import dev.latido.simulator.business.ChurnCause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertBookTest {

    private final AlertBook book = new AlertBook();

    @Test
    void anAlertThatIsPublishedAgainHasBeenRaisedNotOpened() {
        book.add(alert("1", "ada", "urgent", "open", "2025-01-01T00:00:00Z"));
        book.add(alert("1", "ada", "immediate", "open", "2025-01-02T00:00:00Z"));
        book.add(alert("2", "bob", "urgent", "open", "2025-01-02T00:00:00Z"));
        book.add(alert("1", "ada", "immediate", "resolved", "2025-01-05T00:00:00Z"));

        assertThat(book.tallies())
                .containsExactly(
                        entry(new Sort("health-level", "immediate"), new Tally(0, 1, 1)),
                        entry(new Sort("health-level", "urgent"), new Tally(2, 0, 0)));
        assertThat(book.opened()).isEqualTo(2);
    }

    @Test
    void onlyAnAlertBeforeTheEndCountsAsWarning() {
        book.add(alert("1", "ada", "urgent", "open", "2025-01-01T00:00:00Z"));
        book.add(alert("2", "ada", "urgent", "open", "2025-01-09T00:00:00Z"));
        book.add(alert("3", "bob", "urgent", "open", "2025-01-11T00:00:01Z"));
        book.add(alert("4", "eve", "urgent", "open", "2025-01-01T00:00:00Z"));

        Instant left = Instant.parse("2025-01-11T00:00:00Z");
        Hindsight hindsight = book.hindsight(List.of(
                new Churn("ada", left, ChurnCause.PRICE),
                new Churn("bob", left, ChurnCause.PRICE),
                new Churn("joe", left, ChurnCause.PRICE)));

        assertThat(hindsight).isEqualTo(new Hindsight(3, 1, Optional.of(Duration.ofDays(10)), 3));
    }
}
