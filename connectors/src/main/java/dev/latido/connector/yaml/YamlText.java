package dev.latido.connector.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/** A YAML file's name and lines, for saying where something stands in it. */
record YamlText(String file, List<String> lines) {

    String at(ScalarPlace place) {
        return at(file, place.line(), place.column());
    }

    static String at(String file, @Nullable Mark mark) {
        return mark == null ? file + ": " : at(file, mark.getLine(), mark.getColumn());
    }

    /** The place of the first character that a YAML file must not hold. */
    static String atUnprintable(String file, String text) {
        int line = 0;
        int column = 0;
        for (int codePoint : text.codePoints().toArray()) {
            if (!StreamReader.isPrintable(codePoint)) {
                break;
            }
            column = codePoint == '\n' ? 0 : column + 1;
            line += codePoint == '\n' ? 1 : 0;
        }
        return at(file, line, column);
    }

    private static String at(String file, int line, int column) {
        return file + ", line " + (line + 1) + ", column " + (column + 1) + ": ";
    }
}
