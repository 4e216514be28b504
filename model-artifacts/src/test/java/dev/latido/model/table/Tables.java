package dev.latido.model.table;

import java.util.List;
import java.util.stream.Stream;

/** Tables as a test writes them. */
public final class Tables {

    private Tables() {}

    /** The first line is the header; cells are separated by commas. */
    public static Table of(String... lines) {
        List<List<String>> rows =
                Stream.of(lines).map(line -> List.of(line.split(",", -1))).toList();
        return new Table("t.csv", rows.get(0), rows.subList(1, rows.size()));
    }
}
