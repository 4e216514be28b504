package dev.latido.connector.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/** A YAML file's name and lines, for saying where something stands in it. */
record YamlText(String file, List<String> lines) {

    String at(ScalarPlace place) {
        return at(file, place.line(), place.column());
    }

    static String at(String file, @Nullable Mark mark) {
        return mark == null ? file + ": " : at(file, mark.getLine(), mark.getColumn());
    }

    private static String at(String file, int line, int column) {
        return file + ", line " + (line + 1) + ", column " + (column + 1) + ": ";
    }
}
