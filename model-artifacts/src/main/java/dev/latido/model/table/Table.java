package dev.latido.model.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A CSV file, held in memory.
 *
 * @param file where it is from
 * @param header the names of its columns
 * @param rows at least one, each with as many cells as the header
 */
public record Table(String file, List<String> header, List<List<String>> rows) {

    public Table {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** Reads a file, which must have a row. */
    public static Table read(Path file) throws UnusableTableException {
        try (CsvFile csv = CsvFile.open(file)) {
            List<List<String>> rows = new ArrayList<>();
            for (Optional<List<String>> row = csv.next(); row.isPresent(); row = csv.next()) {
                rows.add(row.get());
            }
            if (rows.isEmpty()) {
                throw new UnusableTableException(file + " has a header, but no rows.");
            }
            return new Table(file.toString(), csv.header(), rows);
        } catch (IOException e) {
            throw UnusableTableException.unreadable(file.toString(), e);
        }
    }

    /**
     * The place of a column in each row.
     *
     * @throws UnusableTableException when there is no such column
     */
    public int column(String name) throws UnusableTableException {
        return Header.column(file, header, name);
    }

    /** The cells of a column. */
    public List<String> cells(int column) {
        return rows.stream().map(row -> row.get(column)).toList();
    }

    /** A table of some of these rows. */
    public Table of(List<List<String>> some) {
        return new Table(file, header, some);
    }
}
