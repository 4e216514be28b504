package dev.latido.rule.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.latido.rule.expression.value.Variables;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an expression can speak of at its place in a rule; reads the expressions there. */
public final class Scope {

    private final List<String> variables;
    private final List<String> steps;
    private final CelCompiler compiler;

    private Scope(boolean event, List<String> steps) {
        this.steps = List.copyOf(steps);
        this.variables = variables(event, steps);
        CelCompilerBuilder builder = Environment.compiler();
        for (String variable : variables) {
            builder.addVar(
                    variable,
                    variable.equals(Variables.EVENT)
                            ? ValueTypes.EVENT
                            : variable.equals(Variables.CUSTOMER) ? ValueTypes.CUSTOMER : ValueTypes.STEP);
        }
        this.compiler = builder.build();
    }

    /** Of a condition: the event at hand, the customer, and what these steps have matched. */
    public static Scope ofCondition(List<String> steps) {
        return new Scope(true, steps);
    }

    /** Of a message: the customer, and what these steps have matched. */
    public static Scope ofMessage(List<String> steps) {
        return new Scope(false, steps);
    }

    /** Reads a condition; throws {@link ExpressionException} where it is none. */
    public CelCondition condition(String text) {
        CelAbstractSyntaxTree checked = checked(text);
        if (!checked.getResultType().equals(SimpleType.BOOL)) {
            throw new ExpressionException(
                    0, "a condition is true or false (bool), this is " + Sentences.typed(checked.getResultType()));
        }
        return new CelCondition(text, checked, steps);
    }

    /** Reads a message with placeholders; throws {@link ExpressionException} where one of them is wrong. */
    public MessageTemplate message(String text) {
        return MessageTemplate.read(text, this);
    }

    CelAbstractSyntaxTree checked(String text) {
        if (text.length() > Environment.MAX_LENGTH) {
            throw new ExpressionException(
                    0,
                    "an expression has at most " + Environment.MAX_LENGTH + " characters, this has " + text.length());
        }
        if (text.isBlank()) {
            throw new ExpressionException(0, "expected an expression");
        }
        Sentences sentences = new Sentences(text, variables);
        CelAbstractSyntaxTree parsed = ast(() -> compiler.parse(text).getAst(), sentences, null);
        CelAbstractSyntaxTree checked = ast(() -> compiler.check(parsed).getAst(), sentences, parsed);
        new ForbiddenForms(checked, compiler, variables).visit(checked);
        return checked;
    }

    private static CelAbstractSyntaxTree ast(
            Compilation compilation, Sentences sentences, @Nullable CelAbstractSyntaxTree parsed) {
        try {
            return compilation.run();
        } catch (CelValidationException e) {
            throw sentences.of(e, parsed);
        } catch (RuntimeException e) {
            throw new ExpressionException(0, "not an expression in CEL: " + Sentences.firstLine(e.getMessage()));
        }
    }

    private static List<String> variables(boolean event, List<String> steps) {
        List<String> variables = new ArrayList<>();
        if (event) {
            variables.add(Variables.EVENT);
        }
        variables.add(Variables.CUSTOMER);
        variables.addAll(steps);
        return List.copyOf(variables);
    }

    /** A step of compiling that may find mistakes. */
    private interface Compilation {
        CelAbstractSyntaxTree run() throws CelValidationException;
    }
}
