package dev.latido.rules;

import dev.latido.rule.InvalidRuleException;
import dev.latido.rule.Rule;
import dev.latido.rule.RuleCheck;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A rule in a file, checked. */
public record RuleFile(Path path, Rule rule) {

    private static final int MAX_BYTES = 64 * 1024;
    private static final String CASES = ".cases.yaml";

    /** Reads the rules in files, and in all YAML files of directories but those with test cases; two must not share an id. */
    public static List<RuleFile> readAll(List<Path> paths, RuleCheck check) throws IOException, UnusableRuleException {
        List<RuleFile> files = new ArrayList<>();
        Map<String, Path> byId = new HashMap<>();
        for (Path path : expand(paths)) {
            RuleFile file = read(path, check);
            Path other = byId.put(file.rule().id(), path);
            if (other != null) {
                throw new UnusableRuleException(path + " and " + other + " are both of rule "
                        + file.rule().id() + "; a rule has one file.");
            }
            files.add(file);
        }
        if (files.isEmpty()) {
            throw new UnusableRuleException("There is no rule in " + paths + ".");
        }
        return files;
    }

    private static List<Path> expand(List<Path> paths) throws IOException {
        List<Path> expanded = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> listed = Files.list(path)) {
                    listed.filter(file -> file.toString().endsWith(".yaml"))
                            .sorted()
                            .forEach(expanded::add);
                }
            } else {
                expanded.add(path);
            }
        }
        expanded.removeIf(file -> file.toString().endsWith(CASES));
        return expanded;
    }

    private static RuleFile read(Path path, RuleCheck check) throws IOException, UnusableRuleException {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new UnusableRuleException(path + " has more than " + MAX_BYTES + " bytes, the most of a rule.");
            }
            return new RuleFile(path, check.check(path.toString(), Files.readString(path)));
        } catch (NoSuchFileException e) {
            throw new UnusableRuleException("There is no file " + path + ".");
        } catch (CharacterCodingException e) {
            throw new UnusableRuleException(path + " is not UTF-8 text.");
        } catch (InvalidRuleException e) {
            throw new UnusableRuleException(String.valueOf(e.getMessage()));
        }
    }
}
