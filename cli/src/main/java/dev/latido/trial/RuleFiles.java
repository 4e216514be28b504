package dev.latido.trial;

import dev.latido.rule.format.RuleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files of rules and of their test cases, as they are named on a command line: single ones, or folders of them.
 *
 * @param rules the files of rules, in the order in which they were named
 * @param cases the files of cases: those that were named, and those beside the rules
 */
public record RuleFiles(List<Path> rules, List<Path> cases) {

    private static final String RULE = ".yaml";
    private static final String CASES = ".cases.yaml";

    public RuleFiles {
        rules = List.copyOf(rules);
        cases = List.copyOf(cases);
    }

    /** Throws {@link RuleException} where one of them is not there, or a folder holds none. */
    public static RuleFiles of(List<Path> named) {
        Set<Path> rules = new LinkedHashSet<>();
        Set<Path> cases = new LinkedHashSet<>();
        for (Path path : named) {
            for (Path file : Files.isDirectory(path) ? inFolder(path) : List.of(existing(path))) {
                if (isCases(file)) {
                    cases.add(file);
                } else {
                    rules.add(file);
                    Stream.of(casesBeside(file)).filter(Files::exists).forEach(cases::add);
                }
            }
        }
        return new RuleFiles(new ArrayList<>(rules), new ArrayList<>(cases));
    }

    /** The file of cases that belongs to a rule by its name, whether it is there or not. */
    public static Path casesBeside(Path rule) {
        return rule.resolveSibling(name(rule).replaceFirst("\\.ya?ml$", "") + CASES);
    }

    private static Path existing(Path file) {
        if (!Files.exists(file)) {
            throw new RuleException(file + ": no such file");
        }
        return file;
    }

    private static List<Path> inFolder(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> found = all.filter(file -> name(file).endsWith(RULE))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new RuleException(folder + ": holds no rules; they are files named *" + RULE);
            }
            return found;
        } catch (IOException e) {
            throw new RuleException(folder + ": cannot be read: " + e.getMessage());
        }
    }

    private static boolean isCases(Path file) {
        return name(file).endsWith(CASES);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
