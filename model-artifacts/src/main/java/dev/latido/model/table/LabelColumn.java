package dev.latido.model.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The column that says what is to be predicted.
 *
 * @param column its name
 * @param positive the value that is to be predicted; the others are not
 * @param values all that it can be
 */
public record LabelColumn(String column, String positive, Set<String> values) {

    private static final Set<String> YES = Set.of("1", "true", "yes");

    public LabelColumn {
        values = Set.copyOf(values);
    }

    /**
     * Finds out which value is to be predicted, unless it is given: the one that is 1, true or yes, in any case, if there is one
     * such, else the second in order.
     *
     * @throws UnusableTableException when there is no such column or value, a cell is blank, or there are not two values and
     *     none is given
     */
    public static LabelColumn of(Table table, String column, Optional<String> positive) throws UnusableTableException {
        List<String> cells = table.cells(table.column(column));
        TreeSet<String> values = new TreeSet<>(cells);
        String where = "Column " + column + " of " + table.file();
        if (values.contains("")) {
            throw new UnusableTableException(
                    where + " is blank in row " + (cells.indexOf("") + 1) + "; every row needs a label.");
        }
        if (positive.isPresent() && !values.contains(positive.get())) {
            throw new UnusableTableException(where + " never is " + positive.get() + "; it is " + listed(values) + ".");
        }
        if (values.size() < 2) {
            throw new UnusableTableException(
                    where + " is " + values.first() + " in every row; there is nothing to learn.");
        }
        if (positive.isEmpty() && values.size() > 2) {
            throw new UnusableTableException(where + " has " + values.size() + " values, " + listed(values)
                    + "; say with --positive which one is to be predicted.");
        }
        return new LabelColumn(column, positive.orElseGet(() -> likely(values)), values);
    }

    private static String likely(SortedSet<String> values) {
        List<String> yes = values.stream()
                .filter(value -> YES.contains(value.toLowerCase(Locale.ROOT)))
                .toList();
        return yes.size() == 1 ? yes.get(0) : values.last();
    }

    private static String listed(SortedSet<String> values) {
        int most = 5;
        String some = String.join(", ", values.stream().limit(most).toList());
        return values.size() > most ? some + ", ..." : some;
    }

    /**
     * 1 for the rows that are to be predicted, 0 for others.
     *
     * @throws UnusableTableException when a table has another value, or a blank cell
     */
    public float[] labels(Table table) throws UnusableTableException {
        List<String> cells = table.cells(table.column(column));
        float[] labels = new float[cells.size()];
        for (int row = 0; row < labels.length; row++) {
            if (!values.contains(cells.get(row))) {
                throw new UnusableTableException("Column " + column + " of " + table.file() + " is \"" + cells.get(row)
                        + "\" in row " + (row + 1) + "; it can be " + listed(new TreeSet<>(values)) + ".");
            }
            labels[row] = cells.get(row).equals(positive) ? 1 : 0;
        }
        return labels;
    }
}
