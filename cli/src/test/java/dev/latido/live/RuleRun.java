package dev.latido.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latido.rule.RuleChange;
import dev.latido.rules.RuleSender;
import dev.latido.setting.SettingsLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A run of the job with topics of its own, seen from outside: its events and rules, and what it has said so far. */
final class RuleRun implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int PIECE = 24;

    private final TestKafka kafka;
    private final String name;
    private final Path config;
    private final RuleSender rules;
    private final Committed statuses;
    private final Committed alerts;
    private final Committed shadowAlerts;

    private RuleRun(TestKafka kafka, String name, Path config) throws Exception {
        this.kafka = kafka;
        this.name = name;
        this.config = config;
        this.rules = RuleSender.to(SettingsLoader.load(config, Map.of()));
        this.statuses = kafka.follow(name, "rule-status");
        this.alerts = kafka.follow(name, "alerts");
        this.shadowAlerts = kafka.follow(name, "shadow-alerts");
    }

    static RuleRun of(TestKafka kafka, String name, Path dir) throws Exception {
        Path config = JobConfig.withEventsOfItsOwn(
                dir, name, kafka.bootstrapServers(), dir.resolve("unused"), name + "-events", RuleFeed.PARTITIONS);
        kafka.createTopics(config);
        return new RuleRun(kafka, name, config);
    }

    String config() {
        return config.toString();
    }

    void send(List<RuleChange> changes) throws Exception {
        rules.send(changes);
    }

    /** All events that the feed has given so far, to this run's topic. */
    void write(RuleFeed feed) throws Exception {
        kafka.write(feed.all(name + "-events"));
    }

    /** The feed's end, to this run's topic. */
    void writeEnd(RuleFeed feed) throws Exception {
        kafka.write(feed.end(name + "-events"));
    }

    /** Lets events flow until something has come of them. */
    void flowUntil(RuleFeed feed, String what, Callable<Boolean> condition, Supplier<String> why) throws Exception {
        Deadline.await(
                LONGEST,
                what,
                () -> {
                    kafka.write(feed.next(PIECE, name + "-events"));
                    return condition.call();
                },
                why);
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

    void awaitAccepted(List<RuleChange> changes, Supplier<String> why) throws Exception {
        Deadline.await(LONGEST, "acceptance of " + changes, () -> hasAccepted(changes), why);
    }

    /** Whether something has been said of changes that no reader may rely on yet. */
    boolean saysWhatIsNotCommitted() throws Exception {
        return kafka.hasUncommitted(name, "rule-status");
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
        return totals(change).map(RuleRun::kept).orElse(0L);
    }

    long dropped(RuleChange change) throws IOException {
        return totals(change).map(RuleRun::dropped).orElse(0L);
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

    /** By key, what was published in a stream. */
    Map<String, List<String>> published(String stream) throws Exception {
        return kafka.published(name, stream);
    }

    @Override
    public void close() {
        rules.close();
        statuses.close();
        alerts.close();
        shadowAlerts.close();
    }
}
