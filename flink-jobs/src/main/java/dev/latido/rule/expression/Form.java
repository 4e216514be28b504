package dev.latido.rule.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognizes the forms that an expression can have. */
public final class Form {

    public static final String AND = "_&&_";
    public static final String OR = "_||_";
    public static final String NOT = "!_";
    public static final String EQUAL = "_==_";
    public static final String DIFFERENT = "_!=_";
    public static final String IN = "@in";
    public static final String INDEX = "_[_]";
    public static final String CONDITIONAL = "_?_:_";

    private Form() {}

    public static boolean isIdent(CelExpr expr, String name) {
        return expr.getKind() == Kind.IDENT && expr.ident().name().equals(name);
    }

    /** Whether a field is read (not only asked for) of a variable. */
    public static boolean isField(CelExpr expr, String variable, String field) {
        return expr.getKind() == Kind.SELECT
                && !expr.select().testOnly()
                && expr.select().field().equals(field)
                && isIdent(expr.select().operand(), variable);
    }

    /** Whether a function is called that stands before its arguments or between them. */
    public static boolean isCall(CelExpr expr, String function) {
        return expr.getKind() == Kind.CALL && expr.call().function().equals(function);
    }

    /** What is joined by a function of two arguments, as often as it stands there; otherwise the expression itself. */
    public static List<CelExpr> joined(CelExpr expr, String function) {
        List<CelExpr> joined = new ArrayList<>();
        if (isCall(expr, function)) {
            expr.call().args().forEach(argument -> joined.addAll(joined(argument, function)));
        } else {
            joined.add(expr);
        }
        return joined;
    }

    /** The text that is written here; null where something else is. */
    public static @Nullable String text(CelExpr expr) {
        return expr.getKind() == Kind.CONSTANT && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? expr.constant().stringValue()
                : null;
    }

    /** The whole number that is written here; null where something else is. */
    public static @Nullable Long integer(CelExpr expr) {
        return expr.getKind() == Kind.CONSTANT && expr.constant().getKind() == CelConstant.Kind.INT64_VALUE
                ? Long.valueOf(expr.constant().int64Value())
                : null;
    }

    /** The values of a list of which all are written out: texts, numbers, true and false; null for everything else. */
    public static @Nullable List<Object> constants(CelExpr expr) {
        if (expr.getKind() != Kind.LIST) {
            return null;
        }
        List<Object> constants = new ArrayList<>();
        for (CelExpr element : expr.list().elements()) {
            Object constant = constant(element);
            if (constant == null) {
                return null;
            }
            constants.add(constant);
        }
        return constants;
    }

    /** A text, number, true or false that is written out; null for everything else. */
    public static @Nullable Object constant(CelExpr expr) {
        if (expr.getKind() != Kind.CONSTANT) {
            return null;
        }
        return switch (expr.constant().getKind()) {
            case STRING_VALUE -> expr.constant().stringValue();
            case INT64_VALUE -> expr.constant().int64Value();
            case DOUBLE_VALUE -> expr.constant().doubleValue();
            case BOOLEAN_VALUE -> expr.constant().booleanValue();
            default -> null;
        };
    }
}
