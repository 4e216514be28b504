package dev.latido.rule.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import dev.cel.common.types.StructType;
import dev.latido.rule.expression.value.CustomerView;
import dev.latido.rule.expression.value.Variables;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with an expression, in the words of somebody who writes rules. */
final class Sentences {

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '(.*)' \\(in container.*");
    private static final Pattern UNDEFINED = Pattern.compile("undefined field '(.*)'");
    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '(.*?)' applied to '(.*?)'.*", Pattern.DOTALL);

    private static final int MAX_QUOTED = 300;

    private final String text;
    private final List<String> variables;

    Sentences(String text, List<String> variables) {
        this.text = text;
        this.variables = variables;
    }

    ExpressionException of(CelValidationException e, @Nullable CelAbstractSyntaxTree parsed) {
        CelIssue issue = e.getErrors().stream().findFirst().orElse(null);
        if (issue == null) {
            return new ExpressionException(0, "not an expression in CEL: " + firstLine(e.getMessage()));
        }
        int offset = e.getSource() == null ? 0 : offset(issue);
        return new ExpressionException(offset, sentence(firstLine(issue.getMessage()), issue, parsed));
    }

    private String sentence(String message, CelIssue issue, @Nullable CelAbstractSyntaxTree parsed) {
        if (parsed == null) {
            return unparsable(message);
        }
        Optional<CelExpr> at = find(parsed, issue.getExprId());
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            return at.filter(expr -> expr.getKind() == Kind.CALL).isPresent()
                    ? "unknown function \"" + undeclared.group(1) + "\""
                    : "unknown variable \"" + undeclared.group(1) + "\"; here there are: "
                            + String.join(", ", variables);
        }
        Matcher undefined = UNDEFINED.matcher(message);
        if (undefined.matches()) {
            StructType type = at.filter(expr -> expr.getKind() == Kind.SELECT)
                    .map(expr -> typeOf(expr.select().operand()))
                    .orElse(ValueTypes.EVENT);
            return "unknown field \"" + undefined.group(1) + "\"; " + typed(type) + " has: "
                    + ValueTypes.fieldsOf(type);
        }
        Matcher overload = OVERLOAD.matcher(message);
        return overload.matches() ? cannotBeApplied(overload.group(1), overload.group(2)) : plain(message);
    }

    private static String unparsable(String message) {
        if (message.startsWith("Expression recursion limit")) {
            return "the expression is nested too deeply";
        }
        return "not an expression in CEL: "
                + (message.contains("recognition error at: '= ")
                        ? "write == to compare"
                        : message.replaceFirst(" expecting \\{.*", ""));
    }

    private static String cannotBeApplied(String function, String types) {
        String operator = function.replaceAll("[_@]", "");
        String hint = types.contains("double") && types.contains("int")
                ? "; whole and decimal numbers do not mix here: write 60.0 instead of 60, or double(...)"
                : "";
        String named = types.replaceAll("[()]", "").replaceFirst(", ([^,]*)$", " and $1");
        return "\"" + operator + "\" cannot be applied to " + plain(named) + hint;
    }

    /** A type in plain words. */
    static String typed(CelType type) {
        return plain(CelTypes.format(type));
    }

    private static String plain(String message) {
        return message.replace("google.protobuf.Timestamp", "timestamp")
                .replace("google.protobuf.Duration", "duration")
                .replace("latido.", "");
    }

    /** The type of what a field is chosen of; what is no variable is an event of a step. */
    private StructType typeOf(CelExpr operand) {
        if (operand.getKind() == Kind.SELECT && operand.select().field().equals(CustomerView.COMPONENTS)) {
            return ValueTypes.COMPONENTS;
        }
        String name = operand.getKind() == Kind.IDENT ? operand.ident().name() : "";
        return name.equals(Variables.CUSTOMER)
                ? ValueTypes.CUSTOMER
                : variables.contains(name) && !name.equals(Variables.EVENT) ? ValueTypes.STEP : ValueTypes.EVENT;
    }

    private static Optional<CelExpr> find(CelAbstractSyntaxTree ast, long id) {
        return CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(expr -> expr.id() == id)
                .findFirst();
    }

    private int offset(CelIssue issue) {
        int line = issue.getSourceLocation().getLine();
        int from = 0;
        for (int i = 1; i < line && from >= 0; i++) {
            from = text.indexOf('\n', from) + 1;
        }
        int column = Math.max(0, issue.getSourceLocation().getColumn());
        int left = text.codePointCount(from, text.length());
        return text.offsetByCodePoints(from, Math.min(column, left));
    }

    static String firstLine(@Nullable String message) {
        String line =
                message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
        return line.length() <= MAX_QUOTED ? line : line.substring(0, MAX_QUOTED) + "\u2026";
    }
}
