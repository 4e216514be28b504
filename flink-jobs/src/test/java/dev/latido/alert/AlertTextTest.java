package dev.latido.alert;

import static dev.latido.alert.AlertCourse.Step.OPENED;
import static dev.latido.alert.AlertCourse.Step.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.Alert.SignalReading;
import dev.latido.event.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertTextTest {

    private static final List<SignalReading> ALL = List.of(
            new SignalReading("inactivity", "daysSinceActivity", 21.26, 14),
            new SignalReading("low-adoption", "adoption30", 0.2857, 0.30),
            new SignalReading("low-logins", "sessions7", 1, 2),
            new SignalReading("payment-delay", "openFailure", 1, 0),
            new SignalReading("short-sessions", "avgSessionMinutes30", 4.97, 5),
            new SignalReading("support-overuse", "tickets30", 5, 3));

    @Test
    void titleSaysWhoHowBadAndWhy() {
        assertThat(AlertText.title("acme", OPENED, Level.URGENT, false, ALL.subList(1, 3)))
                .isEqualTo("acme is at risk: few features used, few sessions");
        assertThat(AlertText.title("acme", OPENED, Level.IMMEDIATE, false, ALL.subList(3, 4)))
                .isEqualTo("acme needs attention today: payment failed");
        assertThat(AlertText.title("acme", OPENED, Level.MONITOR, false, ALL.subList(0, 1)))
                .isEqualTo("acme is worth watching: no activity");
        assertThat(AlertText.title("acme", RESOLVED, Level.URGENT, false, List.of()))
                .isEqualTo("acme has recovered: alert closed");
        assertThat(AlertText.title("acme", RESOLVED, Level.URGENT, true, List.of()))
                .isEqualTo("acme has cancelled: alert closed");
    }

    @Test
    void titleIsOneShortLineWhateverTheCustomerIsCalled() {
        assertThat(AlertText.title("a\nb\u2028c", RESOLVED, Level.URGENT, false, List.of()))
                .startsWith("a b c has recovered");
        assertThat(AlertText.title("x".repeat(500), RESOLVED, Level.URGENT, false, List.of()))
                .hasSizeLessThan(120);
    }

    @Test
    void messageNamesEverySignalWithItsValue() {
        assertThat(AlertText.message(OPENED, Level.URGENT, "at_risk", ALL, 81.5, 62.0))
                .isEqualTo("Several things suggest that this customer may leave. Warning signs: "
                        + "no activity for 21.2 days (more than 14); "
                        + "28.5 % of the features used in the last 30 days (fewer than 30 %); "
                        + "1 session in the last 7 days (fewer than 2); "
                        + "a failed or overdue payment is still open; "
                        + "sessions of 4.9 minutes on average in the last 30 days (shorter than 5); "
                        + "5 support tickets in the last 30 days (more than 3). "
                        + "The health score is 62.0 (at risk); before the change it was 81.5.");
    }

    @Test
    void messageOfAnImmediateAlertSpeaksOfThePayment() {
        assertThat(AlertText.message(OPENED, Level.IMMEDIATE, "healthy", List.of(), null, 85.0))
                .isEqualTo(
                        "A payment has just failed and none has succeeded since. The health score is 85.0 (healthy).");
    }

    @Test
    void messageOfAResolvedAlertSaysWhy() {
        assertThat(AlertText.message(RESOLVED, Level.URGENT, "healthy", List.of(), 60.0, 85.0))
                .startsWith("No warning sign is left. The health score is 85.0");
        assertThat(AlertText.message(RESOLVED, Level.URGENT, "cancelled", List.of(), 60.0, 50.0))
                .startsWith("The customer has ended every subscription");
    }
}
