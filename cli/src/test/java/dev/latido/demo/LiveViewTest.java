package dev.latido.demo;

import static dev.latido.demo.Results.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.publish.OutputStreams;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LiveViewTest {

    private static final long SECOND = 1_000_000_000;

    private final StringWriter written = new StringWriter();
    private long now;

    @Test
    void alertIsALineOfItsOwnAndTheProgressStaysBelow() {
        LiveView view = view(true, false);
        pass(SECOND);
        view.progress("half way");
        view.alert(alert("1", "ada", "urgent", "open", "2025-01-02T03:04:05Z"));

        assertThat(written.toString())
                .endsWith("\r\u001b[K2025-01-02 03:04  urgent     ada is at risk: few sessions; score 58.5, was 61.0"
                        + System.lineSeparator() + "\u001b[?7l\r\u001b[Khalf way\u001b[?7h");
    }

    @Test
    void theFirstAndTheLastEventOfEachStepStandBelowAnAlertOfARule() {
        view(false, false).alert(Results.result(OutputStreams.ALERTS, """
                {"at":"2025-01-09T10:00:00Z","severity":"urgent","title":"ada: Unhappy",
                "evidence":{"scoreAfter":58.5,"match":{"events":[
                {"step":"ticket","kind":"TICKET_OPENED","name":"","at":"2025-01-02T03:04:05Z"},
                {"step":"ticket","kind":"TICKET_OPENED","name":"","at":"2025-01-03T03:04:05Z"},
                {"step":"ticket","kind":"TICKET_CLOSED","name":"","at":"2025-01-05T03:04:05Z"},
                {"step":"page","kind":"PAGE_VIEW","name":"Cancel","at":"2025-01-09T10:00:00Z"}]}}}"""));

        assertThat(written.toString().lines().toList().get(1).strip())
                .isEqualTo("ticket (3 times): TICKET_OPENED 2025-01-02 03:04 .. TICKET_CLOSED 2025-01-05 03:04"
                        + " > page: PAGE_VIEW Cancel 2025-01-09 10:00");
    }

    @Test
    void whatCountedMostStandsBelowAnAlertOfAModel() {
        view(false, false).alert(Results.result(OutputStreams.ALERTS, """
                {"at":"2025-01-09T10:00:00Z","severity":"urgent","title":"ada: high churn risk (88 %)",
                "evidence":{"scoreAfter":58.5,"prediction":{"model":"churn","version":"v1","probability":0.8808,
                "level":"high","margin":2.0,"factors":[{"feature":"idleDays","value":9.5,"contribution":1.5,
                "text":"no session for 9 days: raises risk"}]}}}"""));

        assertThat(written.toString().lines().map(String::strip))
                .containsExactly(
                        "2025-01-09 10:00  urgent     ada: high churn risk (88 %); score 58.5",
                        "churn 88.0 % (high, version v1)", "+1.50  no session for 9 days: raises risk");
    }

    @Test
    void progressIsRedrawnFiveTimesASecondAtMost() {
        LiveView view = view(true, false);
        pass(SECOND);
        view.progress("first");
        view.progress("second");
        pass(SECOND / 5);
        view.progress("third");

        assertThat(written.toString()).contains("first", "third").doesNotContain("second");
    }

    @Test
    void whereThereIsNoTerminalProgressIsAPlainLineEveryFiveSeconds() {
        LiveView view = view(false, false);
        for (int second = 1; second <= 11; second++) {
            pass(SECOND);
            view.progress("after " + second + " s");
        }
        view.endProgress();

        assertThat(written.toString().lines()).containsExactly("after 5 s", "after 10 s");
    }

    @Test
    void severityIsColouredOnATerminal() {
        view(true, true).alert(alert("1", "ada", "immediate", "open", "2025-01-02T03:04:05Z"));

        assertThat(written.toString()).contains("\u001b[31mimmediate\u001b[0m");
    }

    private LiveView view(boolean terminal, boolean coloured) {
        return new LiveView(new PrintWriter(written), terminal, coloured, () -> now);
    }

    private void pass(long nanos) {
        now += nanos;
    }
}
