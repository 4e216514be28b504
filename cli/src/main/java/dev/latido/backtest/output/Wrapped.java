package dev.latido.backtest.output;

import java.util.ArrayList;
import java.util.List;

/** A sentence on as many lines as it needs. */
final class Wrapped {

    private Wrapped() {}

    /** Breaks between words, as late as the width allows. */
    static List<String> at(int width, String sentence) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
