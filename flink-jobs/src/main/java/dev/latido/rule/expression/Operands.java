package dev.latido.rule.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelIdent;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.ast.CelExprVisitor;
import dev.cel.runtime.CelEvaluationException;
import dev.latido.rule.expression.value.Variables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

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
            return ShownValue.of(Environment.program(operand).eval(variables));
        } catch (CelEvaluationException e) {
            return ABSENT;
        }
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
        keep(expr);
    }

    @Override
    protected void visit(CelExpr expr, CelCall call) {
        boolean isRead = call.function().equals(Environment.DAYS_USED)
                || call.function().equals(Form.INDEX)
                || call.function().equals("size");
        if (isRead) {
            keep(expr);
        } else {
            super.visit(expr, call);
        }
    }

    private void keep(CelExpr expr) {
        CelAbstractSyntaxTree operand = Written.part(ast, expr);
        found.putIfAbsent(Written.text(operand), operand);
    }
}
