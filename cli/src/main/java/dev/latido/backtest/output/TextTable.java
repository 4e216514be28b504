package dev.latido.backtest.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of plain text whose columns are aligned: the first to the left, the others to the right. */
final class TextTable {

    private static final String GAP = "  ";

    private final int width;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A table with a head.
     *
     * @param width of the widest line; the first column is cut to fit
     */
    TextTable(int width, String... head) {
        this.width = width;
        rows.add(List.of(head));
    }

    void add(List<String> row) {
        rows.add(row.stream().map(TextTable::plain).toList());
    }

    List<String> lines() {
        int others = IntStream.range(1, rows.get(0).size())
                .map(column -> width(column) + GAP.length())
                .sum();
        int first = Math.min(width(0), width - others);
        return rows.stream().map(row -> line(row, first)).toList();
    }

    private String line(List<String> row, int first) {
        String name = row.get(0).length() <= first ? row.get(0) : row.get(0).substring(0, first - 2) + "..";
        return name
                + " ".repeat(first - name.length())
                + IntStream.range(1, row.size())
                        .mapToObj(column ->
                                GAP + " ".repeat(width(column) - row.get(column).length()) + row.get(column))
                        .collect(Collectors.joining());
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    /** What is not ASCII, or moves the cursor, is shown as a question mark. */
    private static String plain(String text) {
        return text.replaceAll("[^ -~]", "?");
    }
}
