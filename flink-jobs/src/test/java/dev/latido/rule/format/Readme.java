package dev.latido.rule.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The examples in the document of the format. */
final class Readme {

    private Readme() {}

    static List<String> rules() throws IOException {
        return blocks().stream().filter(block -> block.startsWith("id:")).toList();
    }

    static String cases() throws IOException {
        return blocks().stream()
                .filter(block -> block.startsWith("cases:"))
                .findFirst()
                .orElseThrow();
    }

    static String text() throws IOException {
        return Files.readString(Path.of("../config/rules/README.md"));
    }

    private static List<String> blocks() throws IOException {
        return Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(text())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
