package dev.latido.cli;

import java.io.PrintWriter;
import java.util.List;

/** Sentences on a terminal, broken between words; what is broken off stands under its beginning, a little to the right. */
final class WrappedLines {

    private static final int WIDTH = 120;
    private static final int HANGING = 4;

    private final PrintWriter out;

    WrappedLines(PrintWriter out) {
        this.out = out;
    }

    void print(List<String> lines) {
        lines.forEach(this::print);
    }

    /** A line that may be too long; it keeps its indentation. */
    void print(String line) {
        String rest = line;
        int indent = indentation(line) + HANGING;
        while (rest.length() > WIDTH) {
            int end = rest.lastIndexOf(' ', WIDTH);
            if (end <= indentation(rest)) {
                end = rest.indexOf(' ', WIDTH);
            }
            if (end < 0) {
                break;
            }
            out.println(rest.substring(0, end).stripTrailing());
            rest = " ".repeat(indent) + rest.substring(end).strip();
        }
        out.println(rest.stripTrailing());
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }
}
