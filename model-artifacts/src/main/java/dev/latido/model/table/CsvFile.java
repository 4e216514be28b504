package dev.latido.model.table;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A CSV file (RFC 4180) with a header, read row by row: UTF-8, plain or gzip, separated by comma, semicolon or tab, whichever
 * the header has. Blanks around a cell do not count, and lines that are empty are no rows.
 */
public final class CsvFile implements Closeable {

    private final String name;
    private final MappingIterator<List<String>> rows;
    private final List<String> header;
    private int nextLine = 1;
    private int line;

    private CsvFile(String name, BufferedReader text) throws IOException, UnusableTableException {
        this.name = name;
        this.rows = new CsvMapper()
                .readerForListOf(String.class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvSchema.emptySchema().withColumnSeparator(TextFile.separator(text)))
                .readValues(text);
        this.header = Header.of(name, readRow().orElse(List.of()));
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws UnusableTableException when it cannot be read, has no header, or a column without a name or twice
     */
    public static CsvFile open(Path file) throws UnusableTableException {
        try {
            return of(file.toString(), TextFile.open(file));
        } catch (IOException e) {
            throw UnusableTableException.unreadable(file.toString(), e);
        }
    }

    /** The same of what a file of this name holds. */
    public static CsvFile of(String name, byte[] content) throws UnusableTableException {
        try {
            return of(name, TextFile.of(new ByteArrayInputStream(content)));
        } catch (IOException e) {
            throw UnusableTableException.unreadable(name, e);
        }
    }

    private static CsvFile of(String name, BufferedReader text) throws IOException, UnusableTableException {
        try {
            return new CsvFile(name, text);
        } catch (RuntimeJsonMappingException e) {
            text.close();
            throw UnusableTableException.unreadable(name, e);
        } catch (IOException | UnusableTableException e) {
            text.close();
            throw e;
        }
    }

    /** The names of the columns, each another. */
    public List<String> header() {
        return header;
    }

    /**
     * The place of a column in each row.
     *
     * @throws UnusableTableException when there is no such column
     */
    public int column(String column) throws UnusableTableException {
        return Header.column(name, header, column);
    }

    /** The next row, with as many cells as the header; empty at the end. */
    public Optional<List<String>> next() throws UnusableTableException {
        try {
            Optional<List<String>> row = readRow();
            while (row.isPresent() && isEmptyLine(row.get())) {
                row = readRow();
            }
            if (row.isPresent() && row.get().size() != header.size()) {
                throw wrong("has " + row.get().size() + " cells, but the header has " + header.size());
            }
            return row;
        } catch (IOException | RuntimeJsonMappingException e) {
            throw UnusableTableException.unreadable(name, e);
        }
    }

    /** A complaint about the row read last, which goes on from {@code line 7 of FILE}. */
    public UnusableTableException wrong(String fact) {
        return new UnusableTableException("Line " + line + " of " + name + " " + fact + ".");
    }

    private boolean isEmptyLine(List<String> row) {
        return row.size() == 1 && row.get(0).isEmpty() && header.size() > 1;
    }

    private Optional<List<String>> readRow() throws IOException {
        if (!rows.hasNextValue()) {
            return Optional.empty();
        }
        List<String> row = rows.nextValue();
        line = nextLine;
        nextLine += 1
                + (int) row.stream()
                        .flatMapToInt(String::chars)
                        .filter(character -> character == '\n')
                        .count();
        return Optional.of(row.stream().map(String::strip).toList());
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
