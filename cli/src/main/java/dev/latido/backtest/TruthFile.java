package dev.latido.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A CSV file of the customers that left: a header, and a row for each. Columns are separated by comma, semicolon or tab,
 * whichever the header has. A row without a time is of a customer who stayed. See {@link TruthColumns} and {@link TruthTime}.
 */
public final class TruthFile {

    private final Path file;
    private final Map<String, Integer> rowsByCustomer = new HashMap<>();
    private final List<Departure> departures = new ArrayList<>();

    private TruthFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws UnusableTruthException with a sentence that names the file and the line
     */
    public static Truth read(Path file) {
        try {
            return new TruthFile(file).parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new UnusableTruthException("The truth file " + file + " does not exist.", e);
        } catch (CharacterCodingException e) {
            throw new UnusableTruthException("The truth file " + file + " is not UTF-8 text.", e);
        } catch (JsonProcessingException | RuntimeJsonMappingException e) {
            throw new UnusableTruthException("The truth file " + file + " is not CSV: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UnusableTruthException("The truth file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Truth parse(String content) throws IOException {
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        int line = 1;
        try (MappingIterator<List<String>> rows = new CsvMapper()
                .readerForListOf(String.class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator(text)))
                .readValues(text)) {
            if (!rows.hasNext()) {
                throw new IllegalArgumentException("it is empty; it needs a header with " + TruthColumns.ALLOWED);
            }
            List<String> header = rows.next();
            TruthColumns columns = TruthColumns.of(header);
            List<String> row = header;
            while (rows.hasNext()) {
                line += lines(row);
                row = rows.next();
                add(row, header.size(), columns, line);
            }
        } catch (IllegalArgumentException e) {
            throw new UnusableTruthException(
                    "The truth file " + file + " cannot be used, line " + line + ": " + e.getMessage() + ".", e);
        }
        return new Truth(departures);
    }

    /** How many lines a row takes up: a cell in quotes may hold line breaks. */
    private static int lines(List<String> row) {
        return 1
                + (int) row.stream()
                        .flatMapToInt(String::chars)
                        .filter(character -> character == '\n')
                        .count();
    }

    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        return header.contains("\t") ? '\t' : header.contains(";") && !header.contains(",") ? ';' : ',';
    }

    private void add(List<String> row, int width, TruthColumns columns, int line) {
        if (row.size() == 1 && row.get(0).isBlank()) {
            return;
        }
        if (row.size() != width) {
            throw new IllegalArgumentException("it has " + row.size() + " columns, the header has " + width);
        }
        String customer = row.get(columns.customer()).strip();
        if (customer.isEmpty()) {
            throw new IllegalArgumentException("the customer is empty");
        }
        Optional<String> tenant = columns.tenant().flatMap(column -> cell(row, column));
        Integer before = rowsByCustomer.putIfAbsent(tenant.orElse("") + "\n" + customer, line);
        if (before != null) {
            throw new IllegalArgumentException("the customer " + customer + " is in line " + before + " already");
        }
        cell(row, columns.churnedAt())
                .map(TruthTime::of)
                .ifPresent(at -> departures.add(
                        new Departure(tenant, customer, at, columns.cause().flatMap(column -> cell(row, column)))));
    }

    private static Optional<String> cell(List<String> row, int column) {
        return Optional.of(row.get(column).strip()).filter(text -> !text.isEmpty());
    }
}
