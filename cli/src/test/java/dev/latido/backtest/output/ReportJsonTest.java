package dev.latido.backtest.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.latido.backtest.BacktestReport;
import dev.latido.backtest.Comparison;
import dev.latido.backtest.Sample;
import dev.latido.backtest.Told;
import dev.latido.backtest.page.ReportFiles;
import dev.latido.backtest.page.UnwritableReportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportJsonTest {

    private static final Path SCHEMA = Path.of("../config/schemas/backtest-report.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory = Path.of("");

    static Stream<String> reports() {
        BacktestReport report = Sample.report(1);
        return Stream.of(
                ReportJson.of(report, Optional.empty()),
                ReportJson.of(report, Optional.of(Comparison.of(Sample.report(2), report))),
                ReportJson.of(Sample.withoutTruth(), Optional.empty()),
                ReportJson.of(new Told(0).report(10), Optional.empty()),
                ReportJson.of(
                        new Told(0).customers("a").rule("r").fires("r", "a", 0).report(10), Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aReportIsWhatItsSchemaSaysAndNoMore(String report) throws IOException {
        ObjectNode schema = (ObjectNode) JSON.readTree(SCHEMA.toFile());
        forbidUndescribed(schema);

        Set<ValidationMessage> problems = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema)
                .validate(
                        report,
                        InputFormat.JSON,
                        context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));

        assertThat(problems).isEmpty();
    }

    @Test
    void numbersAndAlertsOfARuleAreThere() throws IOException {
        BacktestReport report = new Told(100)
                .customers("a", "b")
                .leaves("a", 30, Optional.of("price"))
                .rule("r")
                .fires("r", "a", 25)
                .fires("r", "b", 20, 95)
                .report(10);

        JsonNode rule = JSON.readTree(ReportJson.of(report, Optional.empty())).at("/rules/0");

        assertThat(rule.at("/accuracy/precision").toString())
                .isEqualTo("{\"hits\":1,\"of\":2,\"value\":0.5,\"low\":0.0945,\"high\":0.9055}");
        assertThat(rule.at("/accuracy/recallByCause/price/hits").intValue()).isEqualTo(1);
        assertThat(rule.at("/accuracy/lift").doubleValue()).isEqualTo(1);
        assertThat(rule.at("/alerts/1").toString())
                .isEqualTo("{\"tenantId\":\"default\",\"customerId\":\"a\",\"at\":\"2025-01-26T00:00:00Z\","
                        + "\"outcome\":\"churned\",\"judged\":true,\"leadDays\":5.0,\"eventIds\":[\"e1\",\"e2\"]}");
        assertThat(rule.at("/alerts/2/outcome").textValue()).isEqualTo("open");
    }

    @Test
    void filesReplaceThoseOfAnEarlierRunAndLeaveNothingElse() throws IOException {
        Path out = directory.resolve("deep/out");
        ReportFiles.write(out, Sample.withoutTruth(), Optional.empty());
        ReportFiles.write(out, Sample.report(1), Optional.empty());

        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("report.json", "report.html");
        }
        assertThat(out.resolve("report.json")).hasContent(ReportJson.of(Sample.report(1), Optional.empty()));
    }

    @Test
    void anOutputThatCannotBeMadeIsOneSentence() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> ReportFiles.write(file, Sample.report(1), Optional.empty()))
                .isInstanceOf(UnwritableReportException.class)
                .hasMessage("The report cannot be written to " + file + ".");
    }

    /** Makes every object refuse what its schema does not describe, which readers must not do. */
    private static void forbidUndescribed(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(ReportJsonTest::forbidUndescribed);
    }
}
