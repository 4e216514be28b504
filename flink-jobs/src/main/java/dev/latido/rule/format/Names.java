package dev.latido.rule.format;

import dev.latido.connector.yaml.YamlNode;
import dev.latido.rule.expression.value.Variables;
import java.util.Set;

/** The names that a rule gives: its own, and those of its steps. */
final class Names {

    private static final int MAX_LENGTH = 64;

    /** What CEL keeps for itself, variables that are there anyway, and types and functions that a name would hide. */
    private static final Set<String> TAKEN = Set.of(
            Variables.EVENT,
            Variables.CUSTOMER,
            "latido",
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while",
            "bool",
            "bytes",
            "double",
            "duration",
            "dyn",
            "int",
            "list",
            "map",
            "null_type",
            "string",
            "timestamp",
            "type",
            "uint",
            "google",
            "size",
            "has",
            "matches");

    private Names() {}

    static String id(YamlNode node) {
        String id = node.text();
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*") || id.length() > MAX_LENGTH) {
            throw node.wrong("an id is lower-case words joined by hyphens, at most " + MAX_LENGTH
                    + " characters, not \"" + id + "\"");
        }
        return id;
    }

    /** A name of a step, which none of the others has. */
    static String step(YamlNode node, Set<String> others) {
        String name = node.text();
        if (!name.matches("[a-zA-Z_][a-zA-Z0-9_]*") || name.length() > MAX_LENGTH) {
            throw node.wrong(
                    "a step's name is letters, digits and underscores, does not begin with a digit, and has at most "
                            + MAX_LENGTH + " characters, not \"" + name + "\"");
        }
        if (TAKEN.contains(name)) {
            throw node.wrong("\"" + name + "\" has a meaning of its own; choose another name for the step");
        }
        if (others.contains(name)) {
            throw node.wrong("there is a step \"" + name + "\" already");
        }
        return name;
    }
}
