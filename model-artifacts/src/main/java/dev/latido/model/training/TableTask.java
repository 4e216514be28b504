package dev.latido.model.training;

import dev.latido.model.artifact.FeatureColumn;
import dev.latido.model.artifact.Label;
import dev.latido.model.table.LabelColumn;
import dev.latido.model.table.Table;
import dev.latido.model.table.TableEncoding;
import dev.latido.model.table.UnusableTableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table to learn from, and what of it.
 *
 * @param label the column that is to be predicted
 * @param encoding how the other columns become features
 * @param rows those of the table, and behind them those of the test's
 * @param parts which are for what: by a test of its own, or one fold in five held out by id, or by row number without one
 */
public record TableTask(LabelColumn label, TableEncoding encoding, TrainingRows rows, Parts parts) {

    /**
     * Which columns of a table are what; all others are features.
     *
     * @param label the one that is to be predicted
     * @param positive its value that is to be predicted, if not the likely one
     * @param id names the rows, each another
     * @param ignored those that are left alone
     */
    public record Columns(String label, Optional<String> positive, Optional<String> id, Set<String> ignored) {}

    /** Reads what is needed out of a table, and out of another that it is to be tested with. */
    public static TableTask of(Table table, Optional<Table> test, Columns columns) throws UnusableTableException {
        Set<String> left = new HashSet<>(columns.ignored());
        left.add(columns.label());
        columns.id().ifPresent(left::add);
        for (String name : left) {
            table.column(name);
        }
        LabelColumn label = LabelColumn.of(table, columns.label(), columns.positive());
        TableEncoding encoding = TableEncoding.of(table, left);
        TrainingRows rows = new TrainingRows(features(encoding));
        add(rows, table, label, encoding, columns.id());
        int own = rows.count();
        if (test.isEmpty()) {
            return new TableTask(label, encoding, rows, SubjectFolds.heldOut(rows));
        }
        add(rows, test.get(), label, encoding, columns.id());
        return new TableTask(label, encoding, rows, SubjectFolds.testedFrom(rows, own));
    }

    private static List<FeatureColumn> features(TableEncoding encoding) {
        List<String> names = encoding.features();
        List<Boolean> indicators = encoding.indicators();
        List<FeatureColumn> features = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            features.add(new FeatureColumn(
                    names.get(i), indicators.get(i) ? FeatureColumn.Type.INDICATOR : FeatureColumn.Type.FLOAT));
        }
        return features;
    }

    private static void add(
            TrainingRows rows, Table table, LabelColumn label, TableEncoding encoding, Optional<String> id)
            throws UnusableTableException {
        float[] values = encoding.encode(table);
        float[] labels = label.labels(table);
        List<String> names = id.isPresent() ? table.cells(table.column(id.get())) : List.of();
        for (int row = 0; row < labels.length; row++) {
            for (int i = row * rows.width(); i < (row + 1) * rows.width(); i++) {
                if (Float.isInfinite(values[i])) {
                    throw new UnusableTableException("Row " + (row + 1) + " of " + table.file() + " has a number in "
                            + encoding.features().get(i - row * rows.width()) + " that is too large to learn from.");
                }
            }
            String subject = names.isEmpty() ? Integer.toString(row + 1) : names.get(row);
            rows.add(
                    new TrainingRows.Row(subject, TrainingRows.NO_TIME, Double.NaN),
                    labels[row],
                    values,
                    row * rows.width());
        }
    }

    /** What a model of this predicts. */
    public Label labelled() {
        return new Label(label.column(), null, label.positive(), null);
    }
}
