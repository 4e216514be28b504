package dev.latido.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.latido.change.Request;
import dev.latido.change.Unusable;
import dev.latido.connector.kafka.WholeTopic;
import dev.latido.job.ChangeTopic;
import dev.latido.job.JobTopics;
import dev.latido.job.KafkaEnds;
import dev.latido.rule.Mode;
import dev.latido.rule.Rule;
import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleChange.Action;
import dev.latido.rule.format.RuleException;
import dev.latido.rule.format.RuleLoader;
import dev.latido.setting.LatidoSettings;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What the topics say of rules, as tables. */
final class RuleTables {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private RuleTables() {}

    /** The rules that there are. */
    static void print(ChangeTopic topic, PrintWriter out) {
        TextTable table = new TextTable("RULE", "VERSION", "STATE", "ASKED FOR BY", "FROM", "TITLE");
        topic.requests().forEach(request -> add(request, table));
        if (table.isEmpty()) {
            out.println("There are no rules; `latido rules apply FILE` brings some.");
        } else {
            table.print(out);
        }
        out.flush();
    }

    private static void add(Request request, TextTable table) {
        try {
            if (request instanceof RuleChange change) {
                Rule rule = RuleLoader.load(change.ruleId(), change.definition());
                table.add(
                        change.ruleId(),
                        Integer.toString(rule.version()),
                        state(change, rule),
                        change.by(),
                        since(change),
                        rule.title());
            } else if (request instanceof Unusable unusable) {
                table.add(unusable.subject(), "-", "WRONG", unusable.by(), "-", unusable.error());
            }
        } catch (RuleException e) {
            table.add(request.subject(), "-", "WRONG", request.by(), "-", FailureSentence.onOneLine(e.getMessage()));
        }
    }

    private static String state(RuleChange change, Rule rule) {
        if (change.action() == Action.PAUSE) {
            return "paused";
        }
        if (!rule.enabled()) {
            return "not enabled";
        }
        return rule.mode() == Mode.SHADOW ? "shadow" : "live";
    }

    private static String since(RuleChange change) {
        return change.effectiveAt() == RuleChange.AT_ONCE
                ? "at once"
                : Instant.ofEpochMilli(change.effectiveAt()).toString();
    }

    /**
     * What became of changes.
     *
     * @param ruleId null for those of all rules
     */
    static void printHistory(LatidoSettings settings, @Nullable String ruleId, PrintWriter out) throws Exception {
        String topic = JobTopics.name(settings, settings.outputs().ruleStatus());
        TextTable table =
                new TextTable("AT", "RULE", "VERSION", "STATUS", "CHANGE", "HOLDS FROM", "BY", "REASON", "MORE");
        WholeTopic content = WholeTopic.read(KafkaEnds.connection(settings.kafka()), topic, LONGEST);
        for (ConsumerRecord<byte[], byte[]> record : content.records()) {
            JsonNode status = JSON.readTree(record.value());
            if (ruleId == null || status.path("ruleId").asText().equals(ruleId)) {
                add(status, table);
            }
        }
        if (table.isEmpty()) {
            out.println(ruleId == null ? "No rule has been changed." : "Rule " + ruleId + " has not been changed.");
        } else {
            table.print(out);
        }
        out.flush();
    }

    private static void add(JsonNode status, TextTable table) {
        table.add(
                text(status, "at"),
                text(status, "ruleId"),
                text(status, "ruleVersion"),
                text(status, "status"),
                text(status, "changeId"),
                text(status, "effectiveAt"),
                text(status, "by"),
                FailureSentence.onOneLine(text(status, "reason")),
                more(status));
    }

    private static String more(JsonNode status) {
        if (status.has("matchesKept")) {
            return "partial matches: " + status.path("matchesKept").asText() + " kept, "
                    + status.path("matchesDropped").asText() + " dropped";
        }
        String error = status.path("error").asText("");
        return FailureSentence.onOneLine(error.isEmpty() ? status.path("note").asText("") : error);
    }

    private static String text(JsonNode status, String field) {
        String text = status.path(field).asText("");
        return text.isEmpty() ? "-" : text;
    }
}
