package dev.latido.model.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The first row of a table, which names its columns. */
final class Header {

    private Header() {}

    static List<String> of(String file, List<String> names) throws UnusableTableException {
        if (names.isEmpty()) {
            throw new UnusableTableException(file + " is empty; it needs a header and rows.");
        }
        Set<String> seen = new HashSet<>();
        for (int column = 0; column < names.size(); column++) {
            if (names.get(column).isEmpty()) {
                throw new UnusableTableException("Column " + (column + 1) + " of " + file + " has no name.");
            }
            if (!seen.add(names.get(column))) {
                throw new UnusableTableException(file + " has two columns named " + names.get(column) + ".");
            }
        }
        return names;
    }

    static int column(String file, List<String> names, String name) throws UnusableTableException {
        int column = names.indexOf(name);
        if (column < 0) {
            throw new UnusableTableException(
                    file + " has no column " + name + "; it has " + String.join(", ", names) + ".");
        }
        return column;
    }
}
