package dev.latido.rule.format;

import dev.latido.rule.Rule;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of rules: all its files {@code *.yaml}, but for the test cases beside them, {@code *.cases.yaml}. */
public final class RuleFolder {

    /** Most rules that a job can have. */
    public static final int MAX_RULES = 500;

    private static final String RULE = ".yaml";
    private static final String CASES = ".cases.yaml";

    private RuleFolder() {}

    /** The rules, sorted by id; throws {@link RuleException} where one of them cannot be used. */
    public static List<Rule> load(Path folder) {
        List<Path> files = files(folder);
        if (files.size() > MAX_RULES) {
            throw new RuleException(
                    folder + ": holds " + files.size() + " rules, at most " + MAX_RULES + " are allowed");
        }
        Map<String, Rule> rules = new TreeMap<>();
        Map<String, Path> origins = new TreeMap<>();
        for (Path file : files) {
            Rule rule = loadFile(file);
            Path other = origins.put(rule.id(), file);
            if (other != null) {
                throw new RuleException(
                        file + ": the rule in " + other.getFileName() + " has the id \"" + rule.id() + "\" already");
            }
            rules.put(rule.id(), rule);
        }
        return List.copyOf(rules.values());
    }

    /** The rule in one file; throws {@link RuleException} where it cannot be used. */
    public static Rule loadFile(Path file) {
        return RuleLoader.load(file.toString(), text(file, RuleLoader.MAX_BYTES));
    }

    static String text(Path file, int mostBytes) {
        try {
            if (Files.isDirectory(file)) {
                throw new RuleException(file + ": is a directory, not a file");
            }
            if (Files.size(file) > mostBytes) {
                throw new RuleException(file + ": the file is larger than " + mostBytes / 1024 + " KiB");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new RuleException(file + ": no such file");
        } catch (CharacterCodingException e) {
            throw new RuleException(file + ": is not a text in UTF-8");
        } catch (IOException e) {
            throw new RuleException(file + ": cannot be read: " + e.getMessage());
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new RuleException(folder + ": is not a folder of rules");
        }
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(all.filter(RuleFolder::isRule).sorted().toList());
        } catch (IOException e) {
            throw new RuleException(folder + ": cannot be read: " + e.getMessage());
        }
    }

    private static boolean isRule(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(RULE) && !name.endsWith(CASES) && Files.isRegularFile(file);
    }
}
