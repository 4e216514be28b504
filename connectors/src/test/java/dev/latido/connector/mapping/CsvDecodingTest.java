package dev.latido.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.connector.record.Decoded;
import dev.latido.connector.testing.Decodes;
import dev.latido.connector.testing.MappedEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvDecodingTest {

    private final Decodes table = Decodes.by("""
            format: csv
            customer: /c
            time: { pointer: /at, zone: UTC }
            name: /n
            kinds:
              - when: { pointer: /c, equals: 9 }
                kind: ignore
              - kind: ACTION
            """);

    @Test
    void aTableOnATopicIsABatchOfItsRows() {
        List<Decoded<MappedEvent>> rows = table.all(
                "c,at,n\r\n1,2024-03-01T00:00:00Z,\"a \"\"b\"\",\nc\"\n\n,2024-03-01 00:00:00,x\n2,noon\n09,2024-03-01,y");

        assertThat(rows)
                .extracting(Decodes::what)
                .containsExactly(
                        "ACTION", "missing customer (/c)", "row has 2 fields where the header has 3", "ignored");
        MappedEvent first = ((Decoded.Event<MappedEvent>) rows.get(0)).event();
        assertThat(first.name()).isEqualTo("a \"b\",\nc");
        assertThat(first.eventId()).matches("[0-9a-f]{32}#0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "c,at,c|two columns have the same name in the header",
                "\"c|not CSV: quote not closed",
                "\"c\"x,at|not CSV: unexpected character at byte 4",
            })
    void aHeaderThatCannotBeReadRejectsTheRecord(String header, String reason) {
        assertThat(table.reason(header + "\n1,2,3\n")).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1,2024-03-01,\"x|not CSV: quote not closed",
                "\"1\"1,2024-03-01,x|not CSV: unexpected character at byte 4",
                "1,2024-03-01,x,y|row has 4 fields where the header has 3",
                "1,,x|missing time (/at)",
                "1,March,x|time is not ISO-8601 (/at)",
            })
    void aRowThatCannotBeReadIsRejectedAlone(String row, String reason) {
        assertThat(table.all("c,at,n\n1,2024-03-01,ok\n" + row))
                .extracting(Decodes::what)
                .containsExactly("ACTION", reason);
    }

    @Test
    void quotesInsideAFieldAreItsText() {
        List<Decoded<MappedEvent>> rows = table.all("c,at,n\n1,2024-03-01,5\" disk\n2,2024-03-01,\"\"\n");

        assertThat(rows)
                .extracting(row -> ((Decoded.Event<MappedEvent>) row).event().name())
                .containsExactly("5\" disk", "");
    }

    @Test
    void aTableWithoutRowsIsIgnored() {
        assertThat(table.ignores("c,at,n\r\n")).isTrue();
        assertThat(table.ignores("")).isTrue();
    }

    @Test
    void numbersInFieldsCompareAsNumbers() {
        assertThat(table.all("c,at,n\n9.0,2024-03-01,x"))
                .extracting(Decodes::what)
                .containsExactly("ignored");
    }
}
