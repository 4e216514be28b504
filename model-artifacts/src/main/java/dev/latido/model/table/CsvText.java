package dev.latido.model.table;

/** Text as a cell of a CSV file. */
public final class CsvText {

    private CsvText() {}

    /** The text, in quotes where it needs them. */
    public static String cell(String text) {
        return text.chars().anyMatch(character -> ",\"\r\n;\t".indexOf(character) >= 0)
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
