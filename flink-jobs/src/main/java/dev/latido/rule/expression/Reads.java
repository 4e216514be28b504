package dev.latido.rule.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelIdent;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelExprVisitor;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.latido.rule.CustomerField;
import dev.latido.rule.DaysUsed;
import dev.latido.rule.expression.value.CustomerView;
import dev.latido.rule.expression.value.EventField;
import dev.latido.rule.expression.value.StepView;
import dev.latido.rule.expression.value.Variables;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what an expression reads of the customer, and of events that steps have matched. */
final class Reads extends CelExprVisitor {

    private static final String ATTRIBUTES = EventField.ATTRIBUTES.text();

    private final CelAbstractSyntaxTree ast;
    private final Set<CustomerField> fields = EnumSet.noneOf(CustomerField.class);
    private final Set<String> attributes = new TreeSet<>();
    private final Set<DaysUsed> daysUsed = new LinkedHashSet<>();
    private boolean allAttributes;
    private boolean steps;

    private Reads(CelAbstractSyntaxTree ast) {
        this.ast = ast;
    }

    static Reads of(CelAbstractSyntaxTree checked) {
        Reads reads = new Reads(checked);
        reads.visit(checked);
        return reads;
    }

    Set<CustomerField> fields() {
        return Set.copyOf(fields);
    }

    /** Whether anything is read of what steps have matched. */
    boolean steps() {
        return steps;
    }

    /** Where the days are written out, in the order in which they stand there. */
    Set<DaysUsed> daysUsed() {
        return Collections.unmodifiableSet(daysUsed);
    }

    /** Names of attributes of earlier events; empty: all of them. */
    Optional<Set<String>> attributes() {
        return allAttributes ? Optional.empty() : Optional.of(Set.copyOf(attributes));
    }

    /** An event, a step or a list of events that stands for itself may be read in any way. */
    @Override
    public void visit(CelExpr expr) {
        if (isEarlier(expr) || isEvents(expr)) {
            allAttributes = true;
            steps = true;
        }
        super.visit(expr);
    }

    @Override
    protected void visit(CelExpr expr, CelIdent ident) {
        if (ident.name().equals(Variables.CUSTOMER)) {
            fields.addAll(EnumSet.allOf(CustomerField.class));
        }
    }

    @Override
    protected void visit(CelExpr expr, CelSelect select) {
        CelExpr operand = select.operand();
        if (Form.isIdent(operand, Variables.CUSTOMER)) {
            CustomerField field = CustomerView.FIELDS.get(select.field());
            fields.addAll(field == null ? CustomerView.COMPONENT_FIELDS.values() : Set.of(field));
        } else if (Form.isField(operand, Variables.CUSTOMER, CustomerView.COMPONENTS)) {
            CustomerField field = CustomerView.COMPONENT_FIELDS.get(select.field());
            fields.addAll(field == null ? Set.of() : Set.of(field));
        } else if (isAttributes(operand)) {
            attributes.add(select.field());
            visitPart(operand.select().operand());
        } else {
            allAttributes |= isAttributes(expr);
            visitPart(operand);
        }
    }

    @Override
    protected void visit(CelExpr expr, CelCall call) {
        boolean in = call.function().equals(Form.IN);
        if (in || call.function().equals(Form.INDEX)) {
            CelExpr container = call.args().get(in ? 1 : 0);
            CelExpr key = call.args().get(in ? 0 : 1);
            visitKeyed(container, key);
        } else if (call.function().equals(Environment.DAYS_USED)) {
            countDays(call.args());
            call.args().forEach(this::visit);
        } else if (call.function().equals("size")) {
            call.target().ifPresent(this::visitPart);
            call.args().forEach(this::visitPart);
        } else {
            super.visit(expr, call);
        }
    }

    private void countDays(List<CelExpr> arguments) {
        Long first = Form.integer(arguments.get(1));
        Long last = Form.integer(arguments.get(2));
        if (first != null && last != null) {
            daysUsed.add(new DaysUsed(Form.text(arguments.get(0)), first, last));
        }
    }

    private void visitKeyed(CelExpr container, CelExpr key) {
        String name = Form.text(key);
        if (isAttributes(container) && name != null) {
            attributes.add(name);
            visitPart(container.select().operand());
        } else {
            visit(container);
            visit(key);
        }
    }

    @Override
    protected void visit(CelExpr expr, CelComprehension comprehension) {
        visitPart(comprehension.iterRange());
        visit(comprehension.accuInit());
        visit(comprehension.loopCondition());
        visit(comprehension.loopStep());
        visit(comprehension.result());
    }

    /** Visits something of which only a part is looked at: an event that a field is read of, a list that is gone through. */
    private void visitPart(CelExpr expr) {
        if (expr.getKind() == Kind.IDENT && isEarlier(expr)) {
            steps = true;
            return;
        }
        if (isEvents(expr) && isEventsOfStep(expr)) {
            steps = true;
            return;
        }
        if (isEarlier(expr) && Form.isCall(expr, Form.INDEX)) {
            visitPart(expr.call().args().get(0));
            visit(expr.call().args().get(1));
        } else {
            visit(expr);
        }
    }

    private static boolean isEventsOfStep(CelExpr expr) {
        return expr.getKind() == Kind.SELECT
                && expr.select().field().equals(StepView.EVENTS)
                && expr.select().operand().getKind() == Kind.IDENT;
    }

    private boolean isAttributes(CelExpr expr) {
        return expr.getKind() == Kind.SELECT
                && !expr.select().testOnly()
                && expr.select().field().equals(ATTRIBUTES)
                && isEarlier(expr.select().operand());
    }

    private boolean isEarlier(CelExpr expr) {
        return !Form.isIdent(expr, Variables.EVENT) && isEvent(type(expr));
    }

    private boolean isEvents(CelExpr expr) {
        Optional<CelType> type = type(expr);
        return type.isPresent()
                && type.get().kind() == CelKind.LIST
                && isEvent(type.get().parameters().stream().findFirst());
    }

    private static boolean isEvent(Optional<CelType> type) {
        return type.isPresent()
                && (type.get().name().equals(ValueTypes.EVENT.name())
                        || type.get().name().equals(ValueTypes.STEP.name()));
    }

    private Optional<CelType> type(CelExpr expr) {
        return ast.getType(expr.id());
    }
}
