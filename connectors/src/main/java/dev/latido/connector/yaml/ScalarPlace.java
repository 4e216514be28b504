package dev.latido.connector.yaml;

import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A line and a column, both from 0, of a file.
 *
 * @param line from 0
 * @param column from 0
 */
record ScalarPlace(int line, int column) {

    /**
     * Where a character of a text stands in its file; where the text begins if it is written in a way (escapes, comments in
     * between) that does not show the text as it is.
     */
    static ScalarPlace of(ScalarNode scalar, int offset, List<String> lines) {
        ScalarPlace start = new ScalarPlace(
                scalar.getStartMark().getLine(), scalar.getStartMark().getColumn());
        boolean block = scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
        int quote = block || scalar.isPlain() ? 0 : 1;
        int line = start.line + (block ? 1 : 0);
        int from = block ? 0 : start.column + quote;
        int position = 0;
        for (; line < lines.size(); line++, from = 0) {
            String written = lines.get(line);
            int column = Math.min(written.length(), skipBlanks(written, from));
            position = skipBlanks(scalar.getValue(), position);
            int same = sameLength(written, column, scalar.getValue(), position);
            if (offset <= position + same
                    && offset >= position
                    && position < scalar.getValue().length()) {
                return new ScalarPlace(line, column + offset - position);
            }
            if (position + same > offset
                    || column + same < written.stripTrailing().length()) {
                return start;
            }
            position += same;
        }
        return start;
    }

    private static int skipBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int sameLength(String a, int fromA, String b, int fromB) {
        int same = 0;
        while (fromA + same < a.length()
                && fromB + same < b.length()
                && a.charAt(fromA + same) == b.charAt(fromB + same)) {
            same++;
        }
        return same;
    }
}
