package dev.latido.model.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void quotedCellsHoldSeparatorsQuotesAndLineBreaks() throws Exception {
        assertThat(rows("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"two\nlines\",\n"))
                .containsExactly(List.of("x,y", "say \"hi\""), List.of("two\nlines", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {"a;b\\n1;2\\n", "a\\tb\\n1\\t2\\n", "a,b\\r\\n1,2\\r\\n", "a,b\\n1,2", "a , b\\n 1,2 \\n"})
    void separatorsLineEndsAndBlanksMayVary(String text) throws Exception {
        assertThat(rows(text.translateEscapes())).containsExactly(List.of("1", "2"));
    }

    @Test
    void byteOrderMarkIsNotPartOfTheFirstName() throws Exception {
        assertThat(rows("\uFEFFa,b\n1,2\n")).containsExactly(List.of("1", "2"));
        try (CsvFile csv = CsvFile.open(file())) {
            assertThat(csv.header()).containsExactly("a", "b");
        }
    }

    @Test
    void gzipIsRead() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("a\n1\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(rows(bytes.toByteArray())).containsExactly(List.of("1"));
    }

    @Test
    void emptyLinesAreNoRowsUnlessThereIsOneColumn() throws Exception {
        assertThat(rows("a,b\n\n1,2\n\n")).containsExactly(List.of("1", "2"));
        assertThat(rows("a\n\n1\n")).containsExactly(List.of(""), List.of("1"));
    }

    @Test
    void aRowThatDoesNotFitIsNamedByItsLine() {
        assertThatExceptionOfType(UnusableTableException.class)
                .isThrownBy(() -> rows("a,b\n\"x\ny\",2\n1,2,3\n"))
                .withMessage("Line 4 of " + file() + " has 3 cells, but the header has 2.");
    }

    @Test
    void headersThatCannotNameColumnsAreRefused() {
        assertThatExceptionOfType(UnusableTableException.class)
                .isThrownBy(() -> rows("a,b,a\n"))
                .withMessage(file() + " has two columns named a.");
        assertThatExceptionOfType(UnusableTableException.class)
                .isThrownBy(() -> rows("a,\n"))
                .withMessage("Column 2 of " + file() + " has no name.");
        assertThatExceptionOfType(UnusableTableException.class)
                .isThrownBy(() -> rows(""))
                .withMessage(file() + " is empty; it needs a header and rows.");
    }

    @Test
    void filesThatCannotBeReadAreNamed() {
        assertThatExceptionOfType(UnusableTableException.class)
                .isThrownBy(() -> CsvFile.open(directory.resolve("none.csv")))
                .withMessage(directory.resolve("none.csv") + " does not exist.");
        assertThatExceptionOfType(UnusableTableException.class)
                .isThrownBy(() -> CsvFile.open(directory))
                .withMessage(directory + " cannot be read: it is a directory.");
        assertThatExceptionOfType(UnusableTableException.class)
                .isThrownBy(() -> rows(new byte[] {'a', '\n', (byte) 0xC3, '\n'}))
                .withMessage(file() + " is not UTF-8 text.");
        assertThatExceptionOfType(UnusableTableException.class)
                .isThrownBy(() -> rows("a,b\n1,\"2\n"))
                .withMessageStartingWith(file() + " is not CSV: ");
    }

    @Test
    void aMissingColumnIsNamedWithThoseThatAreThere() throws Exception {
        Files.writeString(file(), "a,b\n");

        try (CsvFile csv = CsvFile.open(file())) {
            assertThat(csv.column("b")).isEqualTo(1);
            assertThatExceptionOfType(UnusableTableException.class)
                    .isThrownBy(() -> csv.column("c"))
                    .withMessage(file() + " has no column c; it has a, b.");
        }
    }

    private Path file() {
        return directory.resolve("table.csv");
    }

    private List<List<String>> rows(String text) throws UnusableTableException, IOException {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<List<String>> rows(byte[] content) throws UnusableTableException, IOException {
        Files.write(file(), content);
        List<List<String>> rows = new ArrayList<>();
        try (CsvFile csv = CsvFile.open(file())) {
            for (Optional<List<String>> row = csv.next(); row.isPresent(); row = csv.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }
}
