package dev.latido.model.table;

import java.util.ArrayList;
import java.util.List;

/** Makes the features of a model of the cells of a row, whatever the order of the columns; others are left alone. */
public final class RowEncoder {

    private final List<EncodedColumn> columns;
    private final int[] cells;
    private final int width;

    private RowEncoder(List<EncodedColumn> columns, int[] cells) {
        this.columns = columns;
        this.cells = cells;
        this.width = columns.stream().mapToInt(EncodedColumn::width).sum();
    }

    /** Of a table with the columns that the encoding knows. */
    public static RowEncoder of(TableEncoding encoding, List<String> header, String file)
            throws UnusableTableException {
        List<String> missing = encoding.columns().stream()
                .map(EncodedColumn::column)
                .filter(column -> !header.contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new UnusableTableException(
                    file + " has no column " + String.join(", ", missing) + ", which the model needs.");
        }
        return new RowEncoder(
                encoding.columns(),
                encoding.columns().stream()
                        .mapToInt(column -> header.indexOf(column.column()))
                        .toArray());
    }

    /** Of a table whose columns are the features, all of them numbers. */
    public static RowEncoder ofNumbers(List<String> features, List<String> header, String file)
            throws UnusableTableException {
        List<EncodedColumn> columns = new ArrayList<>();
        for (String feature : features) {
            columns.add(new EncodedColumn(feature, null));
        }
        return of(new TableEncoding(columns), header, file);
    }

    /** How many features there are. */
    public int width() {
        return width;
    }

    /** The names of the columns that are used. */
    public List<String> columns() {
        return columns.stream().map(EncodedColumn::column).toList();
    }

    /**
     * Writes the features of a row.
     *
     * @param features as long as there are features
     * @throws NumberFormatException with what is wrong, when a cell should be a number and is not
     */
    public void encode(List<String> row, float[] features) {
        int from = 0;
        for (int i = 0; i < cells.length; i++) {
            EncodedColumn column = columns.get(i);
            String cell = row.get(cells[i]);
            if (!column.isText() && !cell.isEmpty() && !CellNumber.isNumber(cell)) {
                throw new NumberFormatException(column.column() + " is \"" + cell + "\", which is not a number");
            }
            column.encode(cell, features, from);
            from += column.width();
        }
    }
}
