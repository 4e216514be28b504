package dev.latido.page;

import java.util.ArrayDeque;
import java.util.Deque;

/** Elements and text, well-formed both as HTML and as XML: all text is escaped, and every element is closed. */
public final class Markup {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element.
     *
     * @param attributes names and values by turns
     */
    public Markup open(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        open.push(element);
        return this;
    }

    /** Ends the element that was begun last. */
    public Markup close() {
        String element = open.pop();
        out.append("</").append(element).append('>');
        if (!isInline(element)) {
            out.append('\n');
        }
        return this;
    }

    /** An element that has nothing in it and no end of its own. */
    public Markup empty(String element, String... attributes) {
        open(element, attributes);
        open.pop();
        out.insert(out.length() - 1, '/').append('\n');
        return this;
    }

    public Markup text(String text) {
        escape(text);
        return this;
    }

    /** An element with text and nothing else. */
    public Markup element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** A style sheet, which is not escaped; it must not have what ends it, or what XML reserves. */
    public Markup style(String css) {
        if (css.contains("<") || css.contains("&")) {
            throw new IllegalArgumentException("a style sheet must not have < or &");
        }
        out.append("<style>\n").append(css).append("</style>\n");
        return this;
    }

    /** The whole document. */
    public String document() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return "<!DOCTYPE html>\n" + out;
    }

    private static boolean isInline(String element) {
        return switch (element) {
            case "b", "span", "code", "text", "title", "small", "td", "th" -> true;
            default -> false;
        };
    }

    private void escape(String text) {
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isXml(character) ? character : 0xFFFD);
            }
        });
    }

    /** What XML 1.0 allows as text. */
    private static boolean isXml(int character) {
        return (character >= 0x20 && character <= 0xD7FF)
                || character == '\n'
                || character == '\t'
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
