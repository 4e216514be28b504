package dev.latido.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.backtest.RuleHistory.Recording;
import dev.latido.connector.replay.FilesSource;
import dev.latido.connector.replay.InputFile;
import dev.latido.ingest.Aliases;
import dev.latido.job.MappingFiles;
import dev.latido.setting.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayedRulesTest {

    private static final String EVENT = """
            {"eventId":"%s","customerId":"%s","kind":"%s","name":"%s","at":"%s"}
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void everyAlertOfARuleIsAFiringWhetherInShadowOrNot() throws Exception {
        rule("cancel-page", "live", "event.name == 'Cancel'");
        rule("home-page", "shadow", "event.name == 'Home'");
        Files.writeString(
                directory.resolve("events.jsonl"),
                event("e1", "acme", "PAGE_VIEW", "Home", "2025-01-01T10:00:00Z")
                        + event("e2", "acme", "PAYMENT_FAILED", "", "2025-01-02T10:00:00Z")
                        + event("e3", "acme", "PAGE_VIEW", "Cancel", "2025-01-03T10:00:00Z")
                        + event("e4", "bolt", "LOGIN", "", "2025-01-04T10:00:00Z"));

        History history = new ReplayedRules().of(directory, recording(FilesSource.UNTIL_LAST_EVENT));

        assertThat(ofRules(history))
                .containsExactly(
                        new Firing(
                                "home-page",
                                1,
                                "default",
                                "acme",
                                Instant.parse("2025-01-01T10:00:00Z"),
                                List.of("e1")),
                        new Firing(
                                "cancel-page",
                                1,
                                "default",
                                "acme",
                                Instant.parse("2025-01-03T10:00:00Z"),
                                List.of("e3")));
        assertThat(history.rules()).extracting(BacktestedRule::id).containsExactly("cancel-page", "home-page");
        assertThat(history.customers())
                .containsExactly(
                        new SeenCustomer(
                                new CustomerId("default", "acme"),
                                Instant.parse("2025-01-01T10:00:00Z"),
                                Instant.parse("2025-01-03T10:00:00Z")),
                        new SeenCustomer(
                                new CustomerId("default", "bolt"),
                                Instant.parse("2025-01-04T10:00:00Z"),
                                Instant.parse("2025-01-04T10:00:00Z")));
        assertThat(history.span())
                .isEqualTo(new Span(Instant.parse("2025-01-01T10:00:00Z"), Instant.parse("2025-01-04T10:00:00Z")));
    }

    @Test
    void aRuleThatIsSwitchedOffFindsNothingAndSaysSo() throws Exception {
        rule("login", "live", "event.name == 'Home'");
        Files.writeString(
                directory.resolve("login.yaml"),
                Files.readString(directory.resolve("login.yaml")) + "enabled: false\n");
        Files.writeString(
                directory.resolve("events.jsonl"), event("e1", "acme", "PAGE_VIEW", "Home", "2025-01-01T10:00:00Z"));

        History history = new ReplayedRules().of(directory, recording(FilesSource.UNTIL_LAST_EVENT));

        assertThat(ofRules(history)).isEmpty();
        assertThat(history.rules()).extracting(BacktestedRule::remark).containsExactly(" (off)");
    }

    @Test
    void fallsOfHealthAndAlertsOfItsLevelsAreFoundBesideTheRules() throws Exception {
        rule("cancel-page", "live", "event.name == 'Cancel'");
        Files.writeString(
                directory.resolve("events.jsonl"),
                event("e1", "acme", "LOGIN", "", "2025-01-01T10:00:00Z")
                        + event("e2", "acme", "PAYMENT_FAILED", "", "2025-01-12T10:00:00Z")
                        + event("e3", "bolt", "LOGIN", "", "2025-01-20T10:00:00Z"));

        History history = new ReplayedRules().of(directory, recording(FilesSource.UNTIL_LAST_EVENT));

        assertThat(history.counterparts())
                .extracting(Counterpart::id)
                .containsExactly("band:at_risk", "band:critical", "band:churned", "health-level");
        assertThat(history.firings())
                .filteredOn(firing -> firing.ruleId().equals("health-level"))
                .singleElement()
                .satisfies(firing -> assertThat(firing.at()).isEqualTo("2025-01-09T14:05:46Z"));
        assertThat(history.firings())
                .filteredOn(firing -> firing.ruleId().equals("band:at_risk"))
                .hasSize(1);
    }

    @Test
    void absencesAreFoundUpToTheInstantAskedFor() throws Exception {
        Files.writeString(directory.resolve("silence.yaml"), """
                id: silence
                version: 1
                title: Silence
                message: Nobody came.
                severity: monitor
                within: 3 days
                steps:
                  - step: seen
                    kind: LOGIN
                  - not: again
                    kind: LOGIN
                """);
        Files.writeString(directory.resolve("events.jsonl"), event("e1", "acme", "LOGIN", "", "2025-01-01T10:00:00Z"));
        Instant until = Instant.parse("2025-01-10T00:00:00Z");

        assertThat(ofRules(new ReplayedRules().of(directory, recording(FilesSource.UNTIL_LAST_EVENT))))
                .isEmpty();
        History later = new ReplayedRules().of(directory, recording(until.toEpochMilli()));
        assertThat(ofRules(later)).extracting(Firing::at).containsExactly(Instant.parse("2025-01-04T10:00:00Z"));
        assertThat(later.span().to()).isEqualTo(until);
    }

    @Test
    void filesWithoutAnyEventAreRefused() throws IOException {
        rule("cancel-page", "live", "event.name == 'Cancel'");
        Files.writeString(directory.resolve("events.jsonl"), "");

        assertThatThrownBy(() -> new ReplayedRules().of(directory, recording(FilesSource.UNTIL_LAST_EVENT)))
                .hasMessage("There is no event of any customer in the files.");
    }

    private static List<Firing> ofRules(History history) {
        List<String> ids = history.rules().stream().map(BacktestedRule::id).toList();
        return history.firings().stream()
                .filter(firing -> ids.contains(firing.ruleId()))
                .toList();
    }

    private void rule(String id, String mode, String condition) throws IOException {
        Files.writeString(directory.resolve(id + ".yaml"), """
                id: %s
                version: 1
                title: A page was seen
                message: It was seen.
                severity: monitor
                mode: %s
                steps:
                  - step: seen
                    kind: PAGE_VIEW
                    when: %s
                """.formatted(id, mode, condition));
    }

    private static String event(String id, String customer, String kind, String name, String at) {
        return EVENT.formatted(id, customer, kind, name, at);
    }

    private Recording recording(long until) throws Exception {
        InputFile file = new InputFile(
                "latido", directory.resolve("events.jsonl").toString(), MappingFiles.load("latido"), 5_000);
        return new Recording(List.of(file), Aliases.NONE, List.of(), until, SettingsLoader.load(null, Map.of()));
    }
}
