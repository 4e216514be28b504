package dev.latido.rule.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.latido.rule.CustomerFacts;
import dev.latido.rule.Match;
import dev.latido.rule.Rule;
import dev.latido.rule.expression.value.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A text with placeholders, {@code ${ expression }}, that a match and the customer fill. */
public final class MessageTemplate implements Rule.Message {

    private static final String OPEN = "${";
    private static final String ESCAPED = "$${";

    private final List<Part> parts;
    private final Optional<Set<String>> attributes;

    private MessageTemplate(List<Part> parts, Optional<Set<String>> attributes) {
        this.parts = List.copyOf(parts);
        this.attributes = attributes;
    }

    @Override
    public String of(Match match, CustomerFacts customer) {
        StringBuilder text = new StringBuilder();
        Variables variables = new Variables(null, match, customer);
        for (Part part : parts) {
            text.append(part.of(variables));
        }
        return ShownValue.plain(text);
    }

    /** Names of the attributes that it reads of the match's events; empty: all of them. */
    public Optional<Set<String>> attributes() {
        return attributes;
    }

    static MessageTemplate read(String text, Scope scope) {
        List<Part> parts = new ArrayList<>();
        Set<String> attributes = new TreeSet<>();
        boolean all = false;
        int from = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
            if (open > from && text.charAt(open - 1) == '$') {
                parts.add(literal(text.substring(from, open - 1) + OPEN));
                from = open + OPEN.length();
                continue;
            }
            parts.add(literal(text.substring(from, open)));
            int start = open + OPEN.length();
            int end = ClosingBrace.find(text, start);
            if (end < 0) {
                throw new ExpressionException(open, "no } for this ${; write " + ESCAPED + " for a literal ${");
            }
            CelAbstractSyntaxTree checked = checked(text.substring(start, end), start, scope);
            Optional<Set<String>> read = Reads.of(checked).attributes();
            read.ifPresent(attributes::addAll);
            all |= read.isEmpty();
            parts.add(computed(Environment.program(checked)));
            from = end + 1;
        }
        parts.add(literal(text.substring(from)));
        return new MessageTemplate(parts, all ? Optional.empty() : Optional.of(Set.copyOf(attributes)));
    }

    private static CelAbstractSyntaxTree checked(String expression, int start, Scope scope) {
        try {
            CelAbstractSyntaxTree checked = scope.checked(expression);
            CelType type = checked.getResultType();
            if (!ShownValue.canShow(type)) {
                throw new ExpressionException(
                        0,
                        "a message cannot show " + Sentences.typed(type) + "; it shows texts, numbers, true or false, "
                                + "timestamps, durations and lists of these");
            }
            return checked;
        } catch (ExpressionException e) {
            throw e.within(start);
        }
    }

    private static Part literal(String text) {
        return variables -> text;
    }

    private static Part computed(CelRuntime.Program program) {
        return variables -> {
            try {
                return ShownValue.of(program.eval(variables));
            } catch (CelEvaluationException e) {
                return ShownValue.NOTHING;
            }
        };
    }

    /** A piece of the text. */
    private interface Part {
        String of(Variables variables);
    }
}
