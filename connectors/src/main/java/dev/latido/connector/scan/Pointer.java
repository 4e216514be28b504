package dev.latido.connector.scan;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A JSON Pointer (RFC 6901): where a value stands in a document.
 *
 * @param text as written: empty for the whole document, else {@code /a/0/b} with {@code ~1} for a slash and {@code ~0} for a
 *     tilde in a name
 */
public record Pointer(String text) implements Serializable {

    private static final Pattern FORM = Pattern.compile("(/([^/~]|~[01])*)*", Pattern.DOTALL);

    /** @throws IllegalArgumentException when {@code text} is not a JSON Pointer */
    public Pointer {
        requireNonNull(text, "text");
        if (text.length() > 1_000 || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a JSON Pointer such as /data/object/id: \"" + text + "\"");
        }
    }

    /** Names and array indexes on the way from the document's root, unescaped. */
    public List<String> tokens() {
        if (text.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(text.substring(1).split("/", -1))
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
