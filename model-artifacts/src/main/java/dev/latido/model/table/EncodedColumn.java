package dev.latido.model.table;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one column becomes features: a number as it is, a text as an indicator for each of its values. A blank cell makes all of
 * its features missing, and a value that is not among these makes all of them 0.
 *
 * @param column its name
 * @param values the texts, sorted; null for a column of numbers
 */
public record EncodedColumn(String column, @Nullable List<String> values) {

    /** How many different texts a column may have. */
    static final int MOST_VALUES = 100;

    public EncodedColumn {
        values = values == null ? null : List.copyOf(values);
    }

    /** Finds out; empty for a column that has only blank cells. */
    static Optional<EncodedColumn> of(Table table, int column) throws UnusableTableException {
        String name = table.header().get(column);
        TreeSet<String> texts = new TreeSet<>(table.cells(column));
        texts.remove("");
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        if (texts.stream().allMatch(CellNumber::isNumber)) {
            return Optional.of(new EncodedColumn(name, null));
        }
        if (texts.size() > MOST_VALUES) {
            throw new UnusableTableException(String.format(
                    "Column %s of %s has %d different texts, more than %d; name it with --id if it names the rows, or leave it"
                            + " out with --ignore.",
                    name, table.file(), texts.size(), MOST_VALUES));
        }
        return Optional.of(new EncodedColumn(name, List.copyOf(texts)));
    }

    /** The names of its features: that of the column, or {@code column=value} for each value. */
    Stream<String> features() {
        return values == null ? Stream.of(column) : values.stream().map(value -> column + "=" + value);
    }

    boolean isText() {
        return values != null;
    }

    /** How many features it becomes. */
    int width() {
        return values == null ? 1 : values.size();
    }

    /**
     * Writes the features of a cell to a place of a row.
     *
     * @throws NumberFormatException when the cell should be a number and is not
     */
    void encode(String cell, float[] row, int from) {
        if (values == null) {
            row[from] = CellNumber.parse(cell);
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            row[from + i] = cell.isEmpty() ? Float.NaN : values.get(i).equals(cell) ? 1 : 0;
        }
    }
}
