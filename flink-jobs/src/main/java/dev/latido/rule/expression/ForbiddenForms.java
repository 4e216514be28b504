package dev.latido.rule.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelStruct;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelExprVisitor;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelEvaluationException;
import java.util.List;

/** What CEL allows and rules do not: what could grow without limit, hides a variable, or would fail each time. */
final class ForbiddenForms extends CelExprVisitor {

    private final CelAbstractSyntaxTree ast;
    private final CelCompiler compiler;
    private final List<String> variables;

    ForbiddenForms(CelAbstractSyntaxTree ast, CelCompiler compiler, List<String> variables) {
        this.ast = ast;
        this.compiler = compiler;
        this.variables = variables;
    }

    @Override
    public void visit(CelExpr expr) {
        ast.getType(expr.id()).ifPresent(type -> requirePlain(expr, type));
        super.visit(expr);
    }

    private void requirePlain(CelExpr expr, CelType type) {
        if (type.kind() == CelKind.DYN || type.kind() == CelKind.ANY) {
            throw wrong(expr, "every value must have one type that is known beforehand");
        }
        if (type.kind() == CelKind.BYTES) {
            throw wrong(expr, "bytes are of no use in a rule");
        }
        if (type.kind() == CelKind.LIST || type.kind() == CelKind.MAP) {
            for (CelType parameter : type.parameters()) {
                if (parameter.kind() == CelKind.LIST || parameter.kind() == CelKind.MAP) {
                    throw wrong(expr, "a list or map cannot hold lists or maps");
                }
                requirePlain(expr, parameter);
            }
        }
    }

    @Override
    protected void visit(CelExpr expr, CelStruct struct) {
        throw wrong(expr, "an expression cannot make a struct");
    }

    @Override
    protected void visit(CelExpr expr, CelComprehension comprehension) {
        if (variables.contains(comprehension.iterVar())) {
            throw wrong(expr, "\"" + comprehension.iterVar() + "\" is a variable already; choose another name");
        }
        super.visit(expr, comprehension);
    }

    @Override
    protected void visit(CelExpr expr, CelCall call) {
        switch (call.function()) {
            case "matches" -> requireRegex(call.args().get(call.args().size() - 1));
            case "duration", "timestamp" -> requireReadable(expr, call);
            case Environment.DAYS_USED -> requireDays(call);
            default -> {}
        }
        super.visit(expr, call);
    }

    private void requireRegex(CelExpr argument) {
        if (argument.getKind() != Kind.CONSTANT) {
            throw wrong(argument, "a regular expression must be written out as a text");
        }
        try {
            if (Pattern.compile(argument.constant().stringValue()).programSize() > Environment.MAX_REGEX_SIZE) {
                throw wrong(argument, "this regular expression is too large");
            }
        } catch (PatternSyntaxException e) {
            throw wrong(argument, "not a regular expression (RE2): " + e.getDescription());
        }
    }

    private void requireReadable(CelExpr expr, CelCall call) {
        if (call.args().size() != 1 || call.args().get(0).getKind() != Kind.CONSTANT) {
            return;
        }
        try {
            CelExpr alone = expr.toBuilder().build();
            var parsed = CelAbstractSyntaxTree.newParsedAst(
                    alone, CelSource.newBuilder("").build());
            Environment.program(compiler.check(parsed).getAst()).eval();
        } catch (CelValidationException | CelEvaluationException e) {
            throw wrong(
                    call.args().get(0),
                    call.function().equals("duration")
                            ? "not a duration such as '36h', '90m' or '30s'"
                            : "not a timestamp such as '2025-01-31T08:00:00Z'");
        }
    }

    private void requireDays(CelCall call) {
        CelExpr first = call.args().get(1);
        Long from = Form.integer(first);
        Long to = Form.integer(call.args().get(2));
        if (from != null && to != null && !Environment.isRangeOfDays(from, to)) {
            throw wrong(
                    first,
                    "daysUsed looks at the days from the first (0 is today) to the last, at most "
                            + Environment.MAX_DAYS_AGO + ", not from " + from + " to " + to);
        }
    }

    private ExpressionException wrong(CelExpr expr, String problem) {
        int codePoints = ast.getSource().getPositionsMap().getOrDefault(expr.id(), 0);
        String text = ast.getSource().getContent().toString();
        return new ExpressionException(
                text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length()))), problem);
    }
}
