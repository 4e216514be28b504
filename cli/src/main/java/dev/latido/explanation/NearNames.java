package dev.latido.explanation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the names that somebody may have meant. */
final class NearNames {

    private static final int MOST = 5;
    private static final int MOST_OTHERS = 3;
    private static final int SHORT = 3;
    private static final int LONGEST = 100;

    private NearNames() {}

    /** A sentence that names them or, where none is near, a few of all. */
    static String suggestion(String meant, Collection<String> names) {
        List<String> near = of(meant, names);
        return near.isEmpty()
                ? "There are " + names.size() + ", such as "
                        + names.stream().sorted().limit(MOST_OTHERS).collect(Collectors.joining(", ")) + "."
                : "Did you mean " + String.join(", ", near) + "?";
    }

    /** At most five, the nearest first. */
    static List<String> of(String meant, Collection<String> names) {
        String wanted = plain(meant);
        return names.stream()
                .filter(name -> isNear(wanted, plain(name)))
                .sorted(Comparator.comparingInt((String name) -> distance(wanted, plain(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static boolean isNear(String wanted, String name) {
        boolean contained =
                Math.min(wanted.length(), name.length()) > 2 && (name.contains(wanted) || wanted.contains(name));
        int mistakes = wanted.length() <= SHORT ? 1 : Math.max(2, wanted.length() / 3);
        return contained || distance(wanted, name) <= mistakes;
    }

    private static String plain(String name) {
        String shown = name.length() <= LONGEST ? name : name.substring(0, LONGEST);
        return shown.toLowerCase(Locale.ROOT);
    }

    /** How many characters must be put in, left out or replaced to make one of the other. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
