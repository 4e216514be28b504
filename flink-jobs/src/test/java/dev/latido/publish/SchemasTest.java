package dev.latido.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.latido.change.Request;
import dev.latido.command.ErasureDecoder;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import dev.latido.connector.record.Publication;
import dev.latido.control.ModelChangeDecoder;
import dev.latido.control.RuleChangeDecoder;
import dev.latido.event.CustomerInput;
import dev.latido.event.Kind;
import dev.latido.feature.Feature;
import dev.latido.rule.EffectiveChange;
import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleStatus;
import dev.latido.scoring.EffectiveModel;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.ModelStatus;
import dev.latido.scoring.Role;
import dev.latido.testing.ModelChanges;
import dev.latido.testing.RuleChanges;
import dev.latido.watch.WatchReports;
import dev.latido.watch.report.ComparisonReport;
import dev.latido.watch.report.DriftFinding;
import dev.latido.watch.report.DriftReport;
import dev.latido.watch.report.ModelRecord;
import dev.latido.watch.report.QualityReport;
import dev.latido.watch.report.WatchReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the documented schemas say what the job writes and reads. */
class SchemasTest {

    private static final Path SCHEMAS = Path.of("../config/schemas");
    private static final Path GOLDEN = Path.of("src/test/resources/replay");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "native,health-scores,health-score",
        "native,alerts,alert",
        "native,dead-letters,dead-letter",
        "native,late-events,late-event",
        "native,features,feature-record",
        "tools,health-scores,health-score",
        "tools,alerts,alert",
        "tools,features,feature-record"
    })
    void everyGoldenLineIsWhatItsSchemaSaysAndNoMore(String name, String stream, String schemaName) throws IOException {
        ObjectNode schema = read(schemaName);
        forbidUndescribed(schema);
        List<String> lines = Files.readAllLines(GOLDEN.resolve(name).resolve("expected-" + stream + ".txt"));

        assertThat(lines).isNotEmpty();
        assertThat(lines).allSatisfy(line -> assertThat(problems(schema, line)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "health-score",
                "alert",
                "dead-letter",
                "feature-record",
                "late-event",
                "rule-status",
                "model-status"
            })
    void aReaderIsToldThatMembersMayBeAdded(String name) throws IOException {
        assertThat(read(name).has("additionalProperties")).isFalse();
        assertThat(read(name).path("description").asText()).contains("New members may be added.");
    }

    @Test
    void theSchemaOfRowsDescribesEveryFeatureInItsOrder() throws IOException {
        JsonNode row = read("feature-record").at("/$defs/features");
        List<String> names = Feature.ALL.stream().map(Feature::text).toList();
        List<String> required = new ArrayList<>();
        row.required("required").forEach(name -> required.add(name.asText()));
        List<String> described = new ArrayList<>();
        row.required("properties").fieldNames().forEachRemaining(described::add);

        assertThat(required).isEqualTo(names);
        assertThat(described).isEqualTo(names);
        assertThat(Feature.ALL).allSatisfy(feature -> {
            JsonNode property = row.required("properties").required(feature.text());
            assertThat(property.path("description").asText()).isEqualTo(feature.description());
            assertThat(property.path("type").path(0).asText())
                    .isEqualTo(feature.type() == Feature.Type.FLOAT ? "number" : "integer");
            assertThat(property.path("type").path(1).asText()).isEqualTo("null");
        });
    }

    @Test
    void everyKindOfEventIsNamed() throws IOException {
        List<String> kinds = new ArrayList<>();
        read("late-event").at("/properties/kind/enum").forEach(kind -> kinds.add(kind.asText()));

        assertThat(kinds)
                .containsExactlyElementsOf(Arrays.stream(Kind.values())
                        .filter(Kind::isInput)
                        .map(Enum::name)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"command\":\"erase\",\"customerId\":\"c\",\"by\":\"b\",\"reason\":\"r\"} | true",
                "{\"command\":\"erase\",\"tenantId\":\"t\",\"customerId\":\"c\",\"effectiveAt\":\"2025-01-01T00:00:00Z\","
                        + "\"by\":\"b\",\"reason\":\"r\",\"schemaVersion\":1} | true",
                "{\"command\":\"erase\",\"tenantId\":null,\"customerId\":\"c\",\"by\":\"b\",\"reason\":\"r\"} | true",
                "{\"command\":\"forget\",\"customerId\":\"c\",\"by\":\"b\",\"reason\":\"r\"} | false",
                "{\"command\":\"erase\",\"customerId\":\"\",\"by\":\"b\",\"reason\":\"r\"} | false",
                "{\"command\":\"erase\",\"customerId\":1,\"by\":\"b\",\"reason\":\"r\"} | false",
                "{\"command\":\"erase\",\"customerId\":\"c\",\"reason\":\"r\"} | false",
                "{\"command\":\"erase\",\"customerId\":\"c\",\"by\":\"b\"} | false",
                "{\"command\":\"erase\",\"customerId\":\"c\",\"by\":\"b\",\"reason\":\"r\",\"effectiveAt\":\"soon\"} | false",
                "{\"command\":\"erase\",\"customerId\":\"c\",\"by\":\"b\",\"reason\":\"r\",\"now\":true} | false"
            })
    void aCommandIsTakenWhereItsSchemaAllowsIt(String command, boolean allowed) throws IOException {
        List<Decoded<CustomerInput>> decoded = new ArrayList<>();
        new ErasureDecoder().decode(command.getBytes(UTF_8), new Origin("s", "t", 0, 0), Long.MAX_VALUE, decoded::add);

        assertThat(problems(read("erase-command"), command).isEmpty()).isEqualTo(allowed);
        assertThat(decoded.get(0) instanceof Decoded.Event).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'ruleId':'a','action':'apply','definition':'id: a','by':'b','reason':'r' | true",
                "'ruleId':'a','action':'apply','definition':'id: a','by':'b','reason':'r','schemaVersion':1,"
                        + "'effectiveAt':'2025-01-01T00:00:00Z' | true",
                "'ruleId':'a','action':'pause','definition':null,'by':'b','reason':'r','effectiveAt':null | true",
                "'ruleId':'a','action':'delete','by':'b','reason':'r' | true",
                "'ruleId':'a','action':'apply','by':'b','reason':'r' | false",
                "'ruleId':'a','action':'apply','definition':null,'by':'b','reason':'r' | false",
                "'ruleId':'a','action':'pause','definition':'','by':'b','reason':'r' | false",
                "'ruleId':'A','action':'pause','by':'b','reason':'r' | false",
                "'ruleId':'a','action':'mute','by':'b','reason':'r' | false",
                "'ruleId':'a','action':'pause','by':'b' | false",
                "'ruleId':'a','action':'pause','by':'','reason':'r' | false",
                "'ruleId':'a','action':'pause','by':'b','reason':'r','effectiveAt':'soon' | false",
                "'ruleId':'a','action':'pause','by':'b','reason':'r','why':'r' | false"
            })
    void aChangeOfARuleIsTakenWhereItsSchemaAllowsIt(String fields, boolean allowed) throws IOException {
        String record = "{" + fields.replace('\'', '"') + "}";
        List<Decoded<Request>> decoded = new ArrayList<>();
        new RuleChangeDecoder()
                .decode(record.getBytes(UTF_8), new Origin("s", "t", 0, 0), Long.MAX_VALUE, decoded::add);

        assertThat(problems(read("rule-change"), record).isEmpty()).isEqualTo(allowed);
        assertThat(decoded.get(0) instanceof Decoded.Event<Request> event && event.event() instanceof RuleChange)
                .isEqualTo(allowed);
    }

    @Test
    void everyStatusOfARuleIsWhatItsSchemaSaysAndNoMore() throws IOException {
        ObjectNode schema = read("rule-status");
        forbidUndescribed(schema);
        EffectiveChange change = RuleChanges.effective(1, 100, RuleChanges.apply("a", 1, 50));
        RuleStatus accepted = RuleStatus.accepted(change);

        assertThat(List.of(
                        accepted,
                        accepted.matches(1, 2),
                        RuleStatus.withdrawn(change, 100, 2),
                        RuleStatus.refused(change.change(), null, Long.MIN_VALUE, "No.")))
                .allSatisfy(status -> assertThat(problems(schema, text(Publications.of(status))))
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'active':ARTIFACT,'by':'b','reason':'r' | true",
                "'active':ARTIFACT,'shadow':ARTIFACT,'previous':ARTIFACT,'by':'b','reason':'r','schemaVersion':1,"
                        + "'effectiveAt':'2025-01-01T00:00:00Z' | true",
                "'active':ARTIFACT,'shadow':null,'previous':null,'by':'b','reason':'r','effectiveAt':null | true",
                "'active':null,'previous':ARTIFACT,'by':'b','reason':'r' | true",
                "'active':null,'shadow':ARTIFACT,'by':'b','reason':'r' | false",
                "'by':'b','reason':'r' | false",
                "'active':'here','by':'b','reason':'r' | false",
                "'active':{'location':'','sha256':'SHA'},'by':'b','reason':'r' | false",
                "'active':{'location':'/a','sha256':'12'},'by':'b','reason':'r' | false",
                "'active':{'location':'/a'},'by':'b','reason':'r' | false",
                "'active':{'location':'/a','sha256':'SHA','version':'1'},'by':'b','reason':'r' | false",
                "'active':ARTIFACT,'by':'b' | false",
                "'active':ARTIFACT,'by':'','reason':'r' | false",
                "'active':ARTIFACT,'by':'b','reason':'r','effectiveAt':'soon' | false",
                "'active':ARTIFACT,'by':'b','reason':'r','why':'r' | false"
            })
    void aChangeOfAModelIsTakenWhereItsSchemaAllowsIt(String fields, boolean allowed) throws IOException {
        String record = ("{'model':'churn'," + fields + "}")
                .replace("ARTIFACT", "{'location':'/a','sha256':'SHA'}")
                .replace("SHA", "0".repeat(64))
                .replace('\'', '"');
        List<Decoded<Request>> decoded = new ArrayList<>();
        new ModelChangeDecoder()
                .decode(record.getBytes(UTF_8), new Origin("s", "t", 0, 0), Long.MAX_VALUE, decoded::add);

        assertThat(problems(read("model-change"), record).isEmpty()).isEqualTo(allowed);
        assertThat(decoded.get(0) instanceof Decoded.Event<Request> event && event.event() instanceof ModelChange)
                .isEqualTo(allowed);
    }

    @Test
    void everyStatusOfAModelIsWhatItsSchemaSaysAndNoMore() throws IOException {
        ObjectNode schema = read("model-status");
        forbidUndescribed(schema);
        EffectiveModel change = ModelChanges.effective(1, 100, ModelChanges.announce("churn", "1", 50));

        assertThat(List.of(
                        ModelStatus.accepted(change, Role.ACTIVE, "1", change.note()),
                        ModelStatus.removed(change, Role.SHADOW),
                        ModelStatus.withdrawn(change, "1", 100, 2),
                        ModelStatus.refused(
                                change.change(), Role.ACTIVE, Optional.empty(), null, Long.MIN_VALUE, "No.")))
                .allSatisfy(status -> assertThat(problems(schema, text(Publications.of(status))))
                        .isEmpty());
    }

    @Test
    void everythingThatIsSaidOfModelsIsWhatItsSchemaSaysAndNoMore() throws IOException {
        ObjectNode schema = read("model-status");
        forbidUndescribed(schema);
        List<ModelRecord> records =
                WatchReports.all().stream().flatMap(WatchReport::records).toList();

        assertThat(records)
                .hasAtLeastOneElementOfType(DriftFinding.class)
                .hasAtLeastOneElementOfType(DriftReport.class)
                .hasAtLeastOneElementOfType(ComparisonReport.class)
                .hasAtLeastOneElementOfType(QualityReport.class)
                .allSatisfy(record -> assertThat(problems(schema, text(Publications.of(record))))
                        .isEmpty());
    }

    private static String text(Publication publication) {
        return new String(requireNonNull(publication.value()), UTF_8);
    }

    private static ObjectNode read(String name) throws IOException {
        return (ObjectNode) JSON.readTree(SCHEMAS.resolve(name + ".schema.json").toFile());
    }

    private static Set<ValidationMessage> problems(JsonNode schema, String line) {
        JsonSchema compiled = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
        return compiled.validate(
                line, InputFormat.JSON, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    /** Makes every object refuse what its schema does not describe, which readers must not do. */
    private static void forbidUndescribed(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(SchemasTest::forbidUndescribed);
    }
}
