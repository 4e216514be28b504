package dev.latido.rule.expression;

/** Finds where an expression between braces ends; braces within its texts and maps are its own. */
final class ClosingBrace {

    private ClosingBrace() {}

    /** The index of the brace; -1 where there is none. */
    static int find(String text, int start) {
        int depth = 0;
        char quote = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && depth-- == 0) {
                return i;
            }
        }
        return -1;
    }
}
