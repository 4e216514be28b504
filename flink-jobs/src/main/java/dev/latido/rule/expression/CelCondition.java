package dev.latido.rule.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.latido.rule.Condition;
import dev.latido.rule.CustomerField;
import dev.latido.rule.DaysUsed;
import dev.latido.rule.MatchedEvents;
import dev.latido.rule.Occurrence;
import dev.latido.rule.expression.direct.Test;
import dev.latido.rule.expression.direct.TestReader;
import dev.latido.rule.expression.direct.Truth;
import dev.latido.rule.expression.value.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A condition in CEL. */
public final class CelCondition implements Condition {

    private final String text;
    private final Set<String> names;
    private final Set<CustomerField> reads;
    private final Set<DaysUsed> daysUsed;
    private final boolean readsSteps;
    private final Optional<Set<String>> attributes;
    private final Test test;
    private final CelAbstractSyntaxTree checked;
    private final List<String> steps;

    CelCondition(String text, CelAbstractSyntaxTree checked, List<String> steps) {
        Reads found = Reads.of(checked);
        this.text = text;
        this.names = NameTests.of(checked.getExpr());
        this.reads = found.fields();
        this.daysUsed = found.daysUsed();
        this.readsSteps = found.steps();
        this.attributes = found.attributes();
        this.checked = checked;
        this.steps = List.copyOf(steps);
        this.test = new TestReader(checked, steps, part -> byCel(checked, part)).read(checked.getExpr());
    }

    @Override
    public boolean holds(Occurrence now, MatchedEvents soFar) {
        return test.of(now, soFar) == Truth.TRUE;
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public Set<CustomerField> reads() {
        return reads;
    }

    @Override
    public Set<DaysUsed> daysUsed() {
        return daysUsed;
    }

    @Override
    public boolean readsSteps() {
        return readsSteps;
    }

    /** Names of the attributes that it reads of events matched earlier; empty: all of them. */
    public Optional<Set<String>> attributes() {
        return attributes;
    }

    @Override
    public String text() {
        return text;
    }

    /** The conditions that {@code &&} joins to this one; this one alone where it joins none. */
    public List<CelCondition> parts() {
        CelExpr whole = checked.getExpr();
        if (!Form.isCall(whole, Form.AND)) {
            return List.of(this);
        }
        return Form.joined(whole, Form.AND).stream()
                .map(part -> Written.part(checked, part))
                .map(part -> new CelCondition(Written.text(part), part, steps))
                .toList();
    }

    /** What it reads of the event, the customer and earlier steps, as it is written. */
    public Set<String> operands() {
        return Operands.of(checked).texts();
    }

    /** What it reads, as it is written, with the values that are there; to be shown to a person. */
    public Map<String, String> values(Occurrence now, MatchedEvents soFar) {
        return Operands.of(checked).values(new Variables(now.event(), soFar, now.customer()));
    }

    /** A part of a condition as CEL's own interpreter runs it. */
    static Test byCel(CelAbstractSyntaxTree checked, CelExpr part) {
        CelRuntime.Program program = Environment.program(Written.part(checked, part));
        return (now, soFar) -> {
            try {
                Object result = program.eval(new Variables(now.event(), soFar, now.customer()));
                return Boolean.TRUE.equals(result) ? Truth.TRUE : Truth.FALSE;
            } catch (CelEvaluationException e) {
                return Truth.ERROR;
            }
        };
    }
}
