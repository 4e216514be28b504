package dev.latido.rule.expression;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.RuntimeHelpers;
import dev.latido.rule.expression.value.CustomerView;
import java.util.List;

/** CEL as rules have it: the standard functions and macros, a few functions of our own, and limits on everything. */
final class Environment {

    /** Longest expression, in characters. */
    static final int MAX_LENGTH = 2_000;

    /** Largest regular expression, in instructions that it is compiled to. */
    static final int MAX_REGEX_SIZE = 1_000;

    /** The farthest day that {@code daysUsed} can look back to. */
    static final int MAX_DAYS_AGO = 29;

    static final String DAYS_USED = "daysUsed";

    private static final int MAX_NESTING = 40;
    private static final int MAX_ITERATIONS = 10_000;
    private static final int MAX_RESULT = 10_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(MAX_LENGTH)
            .maxParseRecursionDepth(MAX_NESTING)
            .comprehensionMaxIterations(MAX_ITERATIONS)
            .maxRegexProgramSize(MAX_REGEX_SIZE)
            .enableHeterogeneousNumericComparisons(true)
            .evaluateCanonicalTypesToNativeValues(true)
            .enableStringConcatenation(false) // bound below, with a limit
            .enableListConcatenation(false)
            .build();

    private static final CelStringExtensions TEXT =
            CelExtensions.strings(Function.LOWER_ASCII, Function.UPPER_ASCII, Function.TRIM);

    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addLibraries(TEXT)
            .addFunctionBindings(
                    CelFunctionBinding.from("add_string", String.class, String.class, Environment::concatenated),
                    CelFunctionBinding.from("add_list", List.class, List.class, Environment::concatenated),
                    CelFunctionBinding.from(
                            "customer_days_used",
                            ImmutableList.of(CustomerView.class, String.class, Long.class, Long.class),
                            Environment::daysUsed))
            .build();

    private Environment() {}

    /** A compiler that knows the types and functions, and no variable. */
    static CelCompilerBuilder compiler() {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(new ValueTypes())
                .addLibraries(TEXT)
                .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        DAYS_USED,
                        CelOverloadDecl.newMemberOverload(
                                "customer_days_used",
                                SimpleType.INT,
                                ImmutableList.of(
                                        ValueTypes.CUSTOMER, SimpleType.STRING, SimpleType.INT, SimpleType.INT))));
    }

    static CelRuntime.Program program(CelAbstractSyntaxTree checked) {
        try {
            return RUNTIME.createProgram(checked);
        } catch (CelEvaluationException e) {
            throw new ExpressionException(0, "cannot be used: " + e.getMessage());
        }
    }

    static CelRuntime runtime() {
        return RUNTIME;
    }

    private static String concatenated(String first, String second) {
        requireRoom(first.length() + second.length());
        return first.concat(second);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> concatenated(List<?> first, List<?> second) {
        requireRoom(first.size() + second.size());
        return RuntimeHelpers.concat((List<Object>) first, (List<Object>) second);
    }

    private static void requireRoom(int size) {
        if (size > MAX_RESULT) {
            throw new IllegalArgumentException("longer than " + MAX_RESULT);
        }
    }

    private static Object daysUsed(Object[] arguments) {
        long first = (long) arguments[2];
        long last = (long) arguments[3];
        if (!isRangeOfDays(first, last)) {
            throw new IllegalArgumentException("not a range of days: " + first + " to " + last);
        }
        return ((CustomerView) arguments[0]).daysUsed((String) arguments[1], first, last);
    }

    static boolean isRangeOfDays(long firstDaysAgo, long lastDaysAgo) {
        return firstDaysAgo >= 0 && firstDaysAgo <= lastDaysAgo && lastDaysAgo <= MAX_DAYS_AGO;
    }
}
