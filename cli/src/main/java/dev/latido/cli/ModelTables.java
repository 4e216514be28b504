package dev.latido.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latido.change.Change;
import dev.latido.change.Request;
import dev.latido.change.Unusable;
import dev.latido.job.ChangeTopic;
import dev.latido.models.SaidOfModels;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.ModelChange;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What the topics say of models, as tables. */
final class ModelTables {

    private static final int SHOWN_DIGITS = 12;
    private static final Set<String> IN_COLUMNS = Set.of("schemaVersion", "type", "model", "at");

    private ModelTables() {}

    /** The models that there are. */
    static void print(ChangeTopic topic, SaidOfModels said, PrintWriter out) {
        TextTable table = new TextTable("MODEL", "ROLE", "VERSION", "SHA-256", "ASKED FOR BY", "FROM", "LOCATION");
        for (Request request : topic.requests()) {
            if (request instanceof ModelChange model) {
                boolean refused = said.isRefused(model.model());
                add(model, refused ? "refused: " : "", said, table);
                if (refused) {
                    said.accepted(model.model()).ifPresent(accepted -> add(accepted, "", said, table));
                }
            } else if (request instanceof Unusable unusable) {
                table.add(unusable.subject(), "WRONG", "-", "-", unusable.by(), "-", unusable.error());
            }
        }
        if (table.isEmpty()) {
            out.println("There are no models; `latido model announce DIR` brings one.");
        } else {
            table.print(out);
        }
        out.flush();
    }

    private static void add(ModelChange model, String prefix, SaidOfModels said, TextTable table) {
        add(model, prefix + "active", model.active(), said, table);
        add(model, prefix + "shadow", model.shadow(), said, table);
        add(model, prefix + "previous", model.previous(), said, table);
    }

    private static void add(
            ModelChange model, String role, @Nullable ArtifactRef artifact, SaidOfModels said, TextTable table) {
        if (artifact != null) {
            table.add(
                    model.model(),
                    role,
                    said.version(artifact).orElse("-"),
                    artifact.sha256().substring(0, SHOWN_DIGITS),
                    model.by(),
                    model.effectiveAt() == Change.AT_ONCE
                            ? "at once"
                            : Instant.ofEpochMilli(model.effectiveAt()).toString(),
                    artifact.location());
        }
    }

    /** What was said of models: first of changes, then all else. */
    static void print(SaidOfModels said, PrintWriter out) {
        TextTable changes = new TextTable(
                "AT", "MODEL", "ROLE", "VERSION", "SHA-256", "STATUS", "CHANGE", "HOLDS FROM", "BY", "REASON", "MORE");
        said.changes().forEach(change -> addChange(change, changes));
        TextTable findings = new TextTable("AT", "MODEL", "WHAT", "FIGURES");
        said.findings()
                .forEach(finding -> findings.add(
                        text(finding, "at"), text(finding, "model"), text(finding, "type"), figures(finding)));
        if (changes.isEmpty() && findings.isEmpty()) {
            out.println("Nothing has been said of it.");
        }
        if (!changes.isEmpty()) {
            changes.print(out);
        }
        if (!findings.isEmpty()) {
            findings.print(out);
        }
        out.flush();
    }

    private static void addChange(JsonNode change, TextTable table) {
        String sha256 = text(change, "sha256");
        String error = change.path("error").asText("");
        table.add(
                text(change, "at"),
                text(change, "model"),
                text(change, "role"),
                text(change, "version"),
                sha256.substring(0, Math.min(sha256.length(), SHOWN_DIGITS)),
                text(change, "status"),
                text(change, "changeId"),
                text(change, "effectiveAt"),
                text(change, "by"),
                FailureSentence.onOneLine(text(change, "reason")),
                FailureSentence.onOneLine(error.isEmpty() ? change.path("note").asText("") : error));
    }

    /** All single values; of an artifact its version. */
    private static String figures(JsonNode finding) {
        StringJoiner figures = new StringJoiner(", ");
        for (Map.Entry<String, JsonNode> field : finding.properties()) {
            JsonNode value = field.getValue().has("version") ? field.getValue().path("version") : field.getValue();
            if (!IN_COLUMNS.contains(field.getKey()) && value.isValueNode()) {
                figures.add(field.getKey() + " " + FailureSentence.onOneLine(value.asText()));
            }
        }
        return figures.toString();
    }

    private static String text(JsonNode said, String field) {
        String text = said.path(field).asText("");
        return text.isEmpty() ? "-" : text;
    }
}
