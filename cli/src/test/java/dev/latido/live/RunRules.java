package dev.latido.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latido.rule.RuleChange;
import dev.latido.rules.RuleSender;
import dev.latido.setting.LatidoSettings;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rules of a run, seen from outside: changes are sent, and what it has said of them and found is read. */
final class RunRules implements AutoCloseable {

    private final RuleSender sender;
    private final Committed statuses;
    private final Committed alerts;
    private final Committed shadowAlerts;

    RunRules(TestKafka kafka, String name, LatidoSettings settings) throws Exception {
        this.sender = RuleSender.to(settings);
        this.statuses = kafka.follow(name, "rule-status");
        this.alerts = kafka.follow(name, "alerts");
        this.shadowAlerts = kafka.follow(name, "shadow-alerts");
    }

    void send(List<RuleChange> changes) throws Exception {
        sender.send(changes);
    }

    /** Whether all these changes have been accepted. */
    boolean hasAccepted(List<RuleChange> changes) throws IOException {
        for (RuleChange change : changes) {
            if (accepted(change).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private Optional<JsonNode> accepted(RuleChange change) throws IOException {
        return statuses.soFar().stream()
                .filter(status -> status.path("ruleId").asText().equals(change.ruleId())
                        && status.path("status").asText().equals(change.action().done())
                        && (change.action() != RuleChange.Action.APPLY
                                || change.definition().contains("version: " + status.path("ruleVersion") + "\n")))
                .findFirst();
    }

    /** From when on a change that was accepted after the beginning holds. */
    Instant effectiveAt(RuleChange change) throws IOException {
        return Instant.parse(accepted(change).orElseThrow().path("effectiveAt").asText());
    }

    /** What changes did to partial matches, by their numbers, and what else was said of them. */
    Map<Long, String> saidOfChanges() throws IOException {
        Map<Long, String> said = new TreeMap<>();
        Map<Long, String> matches = new TreeMap<>();
        for (JsonNode status : statuses.soFar()) {
            long change = status.path("changeId").asLong();
            assertThat(status.path("error").asText()).isEmpty();
            if (status.path("status").asText().equals("matches")) {
                matches.put(change, " kept " + kept(status) + " dropped " + dropped(status));
            } else {
                said.put(
                        change,
                        Stream.of("ruleId", "ruleVersion", "status", "effectiveAt", "note")
                                .map(field -> status.path(field).asText("-"))
                                .toList()
                                .toString());
            }
        }
        matches.forEach((change, counts) -> said.merge(change, counts, String::concat));
        return said;
    }

    long kept(RuleChange change) throws IOException {
        return totals(change).map(RunRules::kept).orElse(0L);
    }

    long dropped(RuleChange change) throws IOException {
        return totals(change).map(RunRules::dropped).orElse(0L);
    }

    private static long kept(JsonNode status) {
        return status.path("matchesKept").asLong();
    }

    private static long dropped(JsonNode status) {
        return status.path("matchesDropped").asLong();
    }

    /** The latest counts of what a change did to partial matches. */
    private Optional<JsonNode> totals(RuleChange change) throws IOException {
        JsonNode accepted = accepted(change).orElseThrow();
        return statuses.soFar().stream()
                .filter(status -> status.path("status").asText().equals("matches")
                        && status.path("changeId").equals(accepted.path("changeId")))
                .reduce((earlier, later) -> later);
    }

    /** The rules with their versions that there are alerts of. */
    Set<String> alerted() throws IOException {
        Set<String> versions = new HashSet<>();
        findings().forEach(finding -> versions.add(finding.rule() + " " + finding.version()));
        return versions;
    }

    List<RuleFinding> findings() throws IOException {
        List<RuleFinding> findings = new ArrayList<>();
        for (Committed stream : List.of(alerts, shadowAlerts)) {
            for (JsonNode alert : stream.soFar()) {
                RuleFinding.of(alert).ifPresent(findings::add);
            }
        }
        return findings;
    }

    @Override
    public void close() {
        sender.close();
    }
}
