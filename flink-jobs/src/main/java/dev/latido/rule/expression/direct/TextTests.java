package dev.latido.rule.expression.direct;

import com.google.re2j.Pattern;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.latido.rule.expression.Form;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The functions that look for something in a text. */
final class TextTests {

    private TextTests() {}

    /** Null where what they look at is not simple. */
    static @Nullable Test of(CelCall call, TermReader terms) {
        return switch (call.function()) {
            case "startsWith" -> ofTexts(call, terms, String::startsWith);
            case "endsWith" -> ofTexts(call, terms, String::endsWith);
            case "contains" -> ofTexts(call, terms, String::contains);
            default -> matches(call, terms);
        };
    }

    private static @Nullable Test ofTexts(CelCall call, TermReader terms, BiPredicate<String, String> test) {
        Term text = call.target().map(terms::read).orElse(null);
        Term part = call.args().size() == 1 ? terms.read(call.args().get(0)) : null;
        return text == null || part == null
                ? null
                : Connectives.ofBoth(text, part, (left, right) -> test.test((String) left, (String) right));
    }

    private static @Nullable Test matches(CelCall call, TermReader terms) {
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
}
