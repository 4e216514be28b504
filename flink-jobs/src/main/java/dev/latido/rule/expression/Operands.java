package dev.latido.rule.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelIdent;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelExprVisitor;
import dev.cel.runtime.CelEvaluationException;
import dev.latido.rule.expression.value.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What an expression reads from outside: fields, attributes, days of use; not what it makes of them. */
final class Operands extends CelExprVisitor {

    private static final String ABSENT = "absent";

    private final CelAbstractSyntaxTree ast;
    private final Map<String, CelAbstractSyntaxTree> found = new LinkedHashMap<>();

    private Operands(CelAbstractSyntaxTree ast) {
        this.ast = ast;
    }

    static Operands of(CelAbstractSyntaxTree checked) {
        Operands operands = new Operands(checked);
        operands.visit(checked);
        return operands;
    }

    Set<String> texts() {
        return Set.copyOf(found.keySet());
    }

    /** What cannot be computed is shown as absent. */
    Map<String, String> values(Variables variables) {
        Map<String, String> values = new LinkedHashMap<>();
        found.forEach((text, operand) -> values.put(text, value(operand, variables)));
        return values;
    }

    private static String value(CelAbstractSyntaxTree operand, Variables variables) {
        try {
            Object value = Environment.program(operand).eval(variables);
            return value instanceof List<?> list ? listed(list) : ShownValue.of(value);
        } catch (CelEvaluationException e) {
            return ABSENT;
        }
    }

    /** Events have too much to them to be shown in a list. */
    private static String listed(List<?> list) {
        if (list.isEmpty()) {
            return "none";
        }
        return list.get(0) instanceof String ? ShownValue.of(list) : list.size() + " of them";
    }

    @Override
    protected void visit(CelExpr expr, CelIdent ident) {
        keep(expr);
    }

    @Override
    protected void visit(CelExpr expr, CelSelect select) {
        keep(expr);
    }

    @Override
    protected void visit(CelExpr expr, CelComprehension comprehension) {
        visit(comprehension.iterRange());
    }

    @Override
    protected void visit(CelExpr expr, CelCall call) {
        boolean isRead = call.function().equals(Environment.DAYS_USED)
                || call.function().equals(Form.INDEX)
                || (call.function().equals("size") && !isComputed(call));
        if (isRead) {
            keep(expr);
        } else {
            super.visit(expr, call);
        }
    }

    private static boolean isComputed(CelCall call) {
        return Stream.concat(call.target().stream(), call.args().stream())
                .anyMatch(part -> part.getKind() == Kind.COMPREHENSION);
    }

    private void keep(CelExpr expr) {
        CelAbstractSyntaxTree operand = Written.part(ast, expr);
        found.putIfAbsent(Written.text(operand), operand);
    }
}
