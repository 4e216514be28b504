package dev.latido.rule.expression.direct;

import com.google.re2j.Pattern;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.latido.rule.expression.Form;
import dev.latido.rule.expression.value.CustomerView;
import dev.latido.rule.expression.value.Variables;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a condition into a test: its simple parts directly, the others by what CEL makes of them. */
public final class TestReader {

    private static final Set<CelKind> COMPARED =
            EnumSet.of(CelKind.INT, CelKind.DOUBLE, CelKind.STRING, CelKind.BOOL, CelKind.TIMESTAMP);
    private static final Set<CelKind> NUMBERS = EnumSet.of(CelKind.INT, CelKind.DOUBLE);

    private final CelAbstractSyntaxTree ast;
    private final TermReader terms;
    private final Function<CelExpr, Test> other;

    /**
     * A reader of one condition.
     *
     * @param steps the names of the variables that are steps
     * @param other makes a test of a part that is not simple
     */
    public TestReader(CelAbstractSyntaxTree ast, Collection<String> steps, Function<CelExpr, Test> other) {
        this.ast = ast;
        this.terms = new TermReader(steps);
        this.other = other;
    }

    public Test read(CelExpr expr) {
        Test simple = simple(expr);
        return simple == null ? other.apply(expr) : simple;
    }

    private @Nullable Test simple(CelExpr expr) {
        if (expr.getKind() == Kind.CALL) {
            return call(expr.call());
        }
        if (expr.getKind() == Kind.SELECT && expr.select().testOnly()) {
            return has(expr.select().operand(), expr.select().field());
        }
        Term term = isBool(expr) ? terms.read(expr) : null;
        return term == null ? null : truthOf(term);
    }

    private @Nullable Test call(CelCall call) {
        List<CelExpr> args = call.args();
        return switch (call.function()) {
            case Form.AND -> Connectives.and(read(args.get(0)), read(args.get(1)));
            case Form.OR -> Connectives.or(read(args.get(0)), read(args.get(1)));
            case Form.NOT -> Connectives.not(read(args.get(0)));
            case Form.IN -> in(args.get(0), args.get(1));
            case "startsWith" -> ofTexts(call, String::startsWith);
            case "endsWith" -> ofTexts(call, String::endsWith);
            case "contains" -> ofTexts(call, String::contains);
            case "matches" -> matches(call);
            default -> compared(Comparison.of(call.function()), args);
        };
    }

    private @Nullable Test compared(@Nullable Comparison comparison, List<CelExpr> args) {
        if (comparison == null) {
            return null;
        }
        Term left = terms.read(args.get(0));
        Term right = terms.read(args.get(1));
        return left == null || right == null || !areComparable(comparison, kind(args.get(0)), kind(args.get(1)))
                ? null
                : ofBoth(left, right, comparison::of);
    }

    private static boolean areComparable(Comparison comparison, CelKind left, CelKind right) {
        if (left != right) {
            return NUMBERS.contains(left) && NUMBERS.contains(right);
        }
        return COMPARED.contains(left) && !(comparison.isOrder() && left == CelKind.BOOL);
    }

    private @Nullable Test in(CelExpr value, CelExpr container) {
        Term left = terms.read(value);
        List<Object> constants = Form.constants(container);
        if (left != null && constants != null) {
            return Connectives.in(left, constants);
        }
        Term right = terms.read(container);
        if (left != null && right != null && kind(value) == CelKind.STRING && kind(container) == CelKind.LIST) {
            return ofBoth(left, right, (text, list) -> ((List<?>) list).contains(text));
        }
        String key = Form.text(value);
        return key == null ? null : hasAttribute(container, key);
    }

    /** CEL knows only whether a struct lacks a field; that of a step that has matched nothing lacks all but two. */
    private @Nullable Test has(CelExpr operand, String field) {
        if (Form.isIdent(operand, Variables.EVENT)) {
            return (now, soFar) -> Truth.TRUE;
        }
        Term attribute = terms.attribute(operand, field);
        if (attribute != null) {
            return hasAttribute(operand, field);
        }
        boolean ofCustomer = Form.isIdent(operand, Variables.CUSTOMER)
                || Form.isField(operand, Variables.CUSTOMER, CustomerView.COMPONENTS);
        Term term = ofCustomer ? terms.field(operand, field) : null;
        return term == null ? null : (now, soFar) -> Truth.of(term.of(now, soFar) != null);
    }

    /** Of a step's attributes only CEL can say: there are none to look into where the step has matched nothing. */
    private @Nullable Test hasAttribute(CelExpr container, String key) {
        Term attribute =
                Form.isField(container, Variables.EVENT, "attributes") ? terms.attribute(container, key) : null;
        return attribute == null ? null : (now, soFar) -> Truth.of(attribute.of(now, soFar) != null);
    }

    private @Nullable Test ofTexts(CelCall call, BiPredicate<String, String> test) {
        Term text = call.target().map(terms::read).orElse(null);
        Term part = call.args().size() == 1 ? terms.read(call.args().get(0)) : null;
        return text == null || part == null
                ? null
                : ofBoth(text, part, (left, right) -> test.test((String) left, (String) right));
    }

    private @Nullable Test matches(CelCall call) {
        CelExpr text = call.target().orElse(call.args().get(0));
        String regex = Form.text(call.args().get(call.args().size() - 1));
        Term term = terms.read(text);
        if (term == null || regex == null) {
            return null;
        }
        Pattern pattern = Pattern.compile(regex);
        return (now, soFar) -> {
            Object value = term.of(now, soFar);
            return value == null
                    ? Truth.ERROR
                    : Truth.of(pattern.matcher((String) value).find());
        };
    }

    private static Test truthOf(Term term) {
        return (now, soFar) -> {
            Object value = term.of(now, soFar);
            return value == null ? Truth.ERROR : Truth.of((Boolean) value);
        };
    }

    private static Test ofBoth(Term left, Term right, BiPredicate<Object, Object> test) {
        return (now, soFar) -> {
            Object x = left.of(now, soFar);
            Object y = x == null ? null : right.of(now, soFar);
            return x == null || y == null ? Truth.ERROR : Truth.of(test.test(x, y));
        };
    }

    private boolean isBool(CelExpr expr) {
        return kind(expr) == CelKind.BOOL;
    }

    private CelKind kind(CelExpr expr) {
        Optional<CelType> type = ast.getType(expr.id());
        return type.map(CelType::kind).orElse(CelKind.DYN);
    }
}
