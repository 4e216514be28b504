package dev.latido.cli;

import dev.latido.model.table.Table;
import dev.latido.model.table.UnusableTableException;
import dev.latido.model.training.TableTask;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is to be learned from a table. */
final class TableOptions {

    @Option(
            names = "--table",
            paramLabel = "FILE",
            description =
                    "A CSV table with a header. Columns of texts become an indicator for each text; empty cells are"
                            + " missing.")
    private @Nullable Path table;

    @Option(names = "--label", paramLabel = "COLUMN", description = "The column that is to be predicted.")
    private @Nullable String label;

    @Option(
            names = "--positive",
            paramLabel = "VALUE",
            description =
                    "Its value that is to be predicted (default: the one of two that is 1, true or yes, else the second"
                            + " in order).")
    private @Nullable String positive;

    @Option(
            names = "--test",
            paramLabel = "FILE",
            description =
                    "Rows to judge by. Without it these are a fifth of the table's: those where the CRC-32 of the id (or"
                            + " of the row's number) leaves no remainder when divided by 5.")
    private @Nullable Path test;

    @Option(names = "--id", paramLabel = "COLUMN", description = "The column that names the rows.")
    private @Nullable String id;

    @Option(
            names = "--ignore",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns that are not to be learned from, separated by commas.")
    private List<String> ignored = List.of();

    boolean isGiven() {
        return table != null;
    }

    /** Refuses these options where recorded features are learned from. */
    void requireNone(Function<String, ParameterException> wrong) {
        if (label != null || positive != null || test != null || id != null || !ignored.isEmpty()) {
            throw wrong.apply("--label, --positive, --test, --id and --ignore go with --table, not with --features.");
        }
    }

    TableTask.Columns columns(Function<String, ParameterException> wrong) {
        if (label == null) {
            throw wrong.apply("--table needs --label COLUMN.");
        }
        Set<String> left = new TreeSet<>(ignored);
        return new TableTask.Columns(label, Optional.ofNullable(positive), Optional.ofNullable(id), left);
    }

    Table read() throws UnusableTableException {
        return Table.read(table == null ? Path.of("") : table);
    }

    Optional<Table> readTest() throws UnusableTableException {
        return test == null ? Optional.empty() : Optional.of(Table.read(test));
    }
}
