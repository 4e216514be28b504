package dev.latido.rule.expression.direct;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.latido.rule.CustomerField;
import dev.latido.rule.KeptEvent;
import dev.latido.rule.MatchedEvents;
import dev.latido.rule.Occurrence;
import dev.latido.rule.expression.Form;
import dev.latido.rule.expression.value.CustomerView;
import dev.latido.rule.expression.value.EventField;
import dev.latido.rule.expression.value.StepView;
import dev.latido.rule.expression.value.Variables;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns the simple parts of an expression into terms.
 *
 * @param steps the names of the variables that are steps
 */
record TermReader(Collection<String> steps) {

    /** Null where the expression is not simple. */
    @Nullable
    Term read(CelExpr expr) {
        Object constant = Form.constant(expr);
        if (constant != null) {
            return (now, soFar) -> constant;
        }
        if (Form.isCall(expr, Form.INDEX)) {
            String key = Form.text(expr.call().args().get(1));
            return key == null ? null : attribute(expr.call().args().get(0), key);
        }
        if (Form.isCall(expr, "daysUsed")) {
            return daysUsed(expr.call());
        }
        return expr.getKind() == Kind.SELECT && !expr.select().testOnly()
                ? field(expr.select().operand(), expr.select().field())
                : null;
    }

    /** A field of what the operand is; null where that is not simple. */
    @Nullable
    Term field(CelExpr operand, String field) {
        if (Form.isIdent(operand, Variables.EVENT)) {
            return ofEvent(EventField.named(field));
        }
        if (Form.isIdent(operand, Variables.CUSTOMER)) {
            return ofCustomer(CustomerView.FIELDS.get(field));
        }
        if (Form.isField(operand, Variables.CUSTOMER, CustomerView.COMPONENTS)) {
            return ofCustomer(CustomerView.COMPONENT_FIELDS.get(field));
        }
        return isStep(operand) ? ofStep(operand.ident().name(), field) : attribute(operand, field);
    }

    /** An attribute of an event or a step; null where the operand is not the attributes of one. */
    @Nullable
    Term attribute(CelExpr operand, String key) {
        if (operand.getKind() != Kind.SELECT
                || operand.select().testOnly()
                || !operand.select().field().equals(EventField.ATTRIBUTES.text())) {
            return null;
        }
        CelExpr owner = operand.select().operand();
        if (Form.isIdent(owner, Variables.EVENT)) {
            return (now, soFar) -> now.event().attributes().get(key);
        }
        return isStep(owner)
                ? ofLast(owner.ident().name(), event -> event.attributes().get(key))
                : null;
    }

    /** Days that are written out were found to be in range when the expression was read. */
    private static @Nullable Term daysUsed(CelCall call) {
        String feature = Form.text(call.args().get(0));
        return feature != null
                        && Form.constant(call.args().get(1)) instanceof Long first
                        && Form.constant(call.args().get(2)) instanceof Long last
                ? (now, soFar) -> now.customer().daysUsed(feature, first, last)
                : null;
    }

    private boolean isStep(CelExpr expr) {
        return expr.getKind() == Kind.IDENT && steps.contains(expr.ident().name());
    }

    private static @Nullable Term ofEvent(@Nullable EventField field) {
        return field == null || field == EventField.ATTRIBUTES ? null : (now, soFar) -> field.of(now.event());
    }

    private static @Nullable Term ofCustomer(@Nullable CustomerField field) {
        return field == null ? null : (now, soFar) -> now.customer().value(field);
    }

    private static @Nullable Term ofStep(String step, String name) {
        if (name.equals(StepView.COUNT)) {
            return (now, soFar) -> (long) soFar.of(step).size();
        }
        EventField field = EventField.named(name);
        return field == null || field == EventField.ATTRIBUTES ? null : ofLast(step, field::of);
    }

    private static Term ofLast(String step, Function<KeptEvent, @Nullable Object> value) {
        return new Term() {
            @Override
            public @Nullable Object of(Occurrence now, MatchedEvents soFar) {
                List<KeptEvent> events = soFar.of(step);
                return events.isEmpty() ? null : value.apply(events.get(events.size() - 1));
            }
        };
    }
}
