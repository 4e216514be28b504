package dev.latido.connector.mapping;

import dev.latido.connector.scan.Pointer;
import dev.latido.connector.yaml.YamlNode;
import java.util.List;

/**
 * Reads pointers from a mapping file.
 *
 * @param csv whether they name columns, so that each has exactly one part
 */
record PointerReader(boolean csv) {

    Pointer one(YamlNode node) {
        Pointer pointer;
        try {
            pointer = new Pointer(node.text());
        } catch (IllegalArgumentException e) {
            throw node.wrong("\"" + node.text() + "\" is not a JSON Pointer such as /data/object/id");
        }
        if (csv && pointer.tokens().size() != 1) {
            throw node.wrong("\"" + node.text()
                    + "\" does not name a column; in CSV a pointer is a slash and the column's name");
        }
        return pointer;
    }

    /** A list of pointers, or one that stands for a list of one. */
    List<Pointer> several(YamlNode node) {
        return node.listOrOne().stream().map(this::one).toList();
    }
}
