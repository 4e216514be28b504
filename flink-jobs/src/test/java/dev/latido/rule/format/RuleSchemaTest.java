package dev.latido.rule.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.latido.event.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the schemas allow what can be read, and refuse what cannot. */
class RuleSchemaTest {

    private static final Path SCHEMAS = Path.of("../config/schemas");
    private static final String[] ABOUT_TWO_STEPS = {
        "a not cannot follow the optional step",
        "an optional step cannot follow the greedy step",
        "these two nots would not both count",
        "do not go together behind the not"
    };

    @Test
    void theRulesOfTheTestsAndOfTheReadmePass() throws IOException {
        assertThat(problems("rule", Rules.FULL)).isEmpty();
        assertThat(problems("rule", Rules.SHORT)).isEmpty();
        for (String rule : Readme.rules()) {
            assertThat(problems("rule", rule)).isEmpty();
        }
        assertThat(problems("rule-cases", Readme.cases())).isEmpty();
        assertThat(problems("rule-cases", Rules.CASES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "version: 3~version: 0",
                "version: 3~version: three",
                "version: 3~versions: 3",
                "id: payment-failed-then-cancel-page~id: Payment",
                "title: Payment failed, then looked at cancelling~title: \"two\\nlines\"",
                "title: Payment failed, then looked at cancelling~title: ' '",
                "severity: urgent~severity: none",
                "enabled: false~enabled: maybe",
                "mode: shadow~mode: dark",
                "cooldown: 14 days~cooldown: two weeks",
                "cooldown: 14 days~cooldown: 0 days",
                "within: 7 days~x: 1",
                "skip: to last failed~skip: to somewhere",
                "on-change: carry~on-change: forget",
                "step: failed~step: event",
                "step: failed~step: a-b",
                "- step: failed~- not: failed",
                "kind: activity~kind: ACTIVITY",
                "kind: activity~kind: []",
                "kind: activity~kind: [LOGIN, LOGIN]",
                "times: 2..3~times: 0",
                "times: 2..3~times: 101",
                "times: 2..3~times: often",
                "times: 2..3~times: 1",
                "times: 2..3~times: 1..1",
                "when: event.amount > 1000~when: ' '",
                "within: 7 days~within: 500 days",
                "within: 7 days~within: 9601 hours",
                "within: 7 days~within: 576001 minutes",
                "within: 7 days~within: 34560001 seconds",
                "within: 7 days~within: 0000000001 days",
                "cooldown: 14 days~cooldown: 401 days",
                "kind: activity~kind: [activity, LOGIN]",
                "kind: activity~kind: [LOGIN, activity]",
                "kind: activity~kind: [NPS, billing, REFUNDED]",
                "kind: activity~kind: [support, TICKET_CLOSED]",
                "kind: activity~kind: [feedback, NPS]",
                "times: 2..3~optional: false",
                "times: one or more~times: 5",
                "inner: followed by~inner: later",
                "inner: followed by~inner: followed by any",
                "contiguity: next~contiguity: at once",
                "kind: PAYMENT_SUCCEEDED~{kind: PAYMENT_SUCCEEDED, times: 2}",
                "kind: PAYMENT_SUCCEEDED~{kind: PAYMENT_SUCCEEDED, contiguity: followed by any}",
            })
    void whatTheSchemaRefusesIsRefused(String right, String wrong) throws IOException {
        String rule = wrong.startsWith("{")
                ? Rules.FULL.replace(
                        right, wrong.substring(1, wrong.length() - 1).replace(", ", "\n    "))
                : Rules.FULL.replaceFirst(Pattern.quote(right), wrong.replace("\\", "\\\\"));

        assertThat(rule).isNotEqualTo(Rules.FULL);
        assertThat(problems("rule", rule)).isNotEmpty();
        assertThatExceptionOfType(RuleException.class).isThrownBy(() -> RuleLoader.load("r.yaml", rule));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "skip: to first cancel",
                "skip: none",
                "skip: to next",
                "within: 1 second",
                "within: 400 days",
                "within: 9600 hours",
                "within: 576000 minutes",
                "within: 34560000 seconds",
                "within: 000000001 days",
                "cooldown: 399 days",
                "mode: live",
                "enabled: true",
                "cooldown: 30 minutes"
            })
    void whatCanBeReadPasses(String line) throws IOException {
        String key = line.substring(0, line.indexOf(':'));
        String rule = Rules.FULL.replaceFirst("(?m)^" + key + ": .*$", line);

        assertThat(problems("rule", rule)).isEmpty();
        assertThatNoException().isThrownBy(() -> RuleLoader.load("r.yaml", rule));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "repeat: 14~repeat: 0",
                "every: 1d~every: daily",
                "every: 1d, ~ ",
                "kind: PAGE_VIEW~kind: EVALUATED",
                "kind: PAGE_VIEW~kind: page",
                "amount: 4900~amount: 49.5",
                "at: +2d~at: later",
                "at: +2d~on: +2d",
                "status: resolved~status: gone",
                "at: 2025-01-03T10:00:00Z~at: +3d",
                "expect: []~expect: none",
            })
    void casesThatTheSchemaRefusesAreRefused(String right, String wrong) throws IOException {
        String cases = Rules.CASES.replace(right, wrong == null ? "" : wrong);

        assertThat(cases).isNotEqualTo(Rules.CASES);
        assertThat(problems("rule-cases", cases)).isNotEmpty();
        assertThatExceptionOfType(RuleException.class).isThrownBy(() -> RuleCases.load("r.cases.yaml", cases));
    }

    /** What only the parser refuses, no schema can say: it is about two steps, or two numbers. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whatIsRefusedIsRefusedByTheSchemaWhereASchemaCanSayIt(long seed) throws IOException {
        Random random = new Random(seed);
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema("rule"));
        int[] taken = new int[2];
        for (int i = 0; i < 1_500; i++) {
            String rule = FlinkPatternTest.rule(random);
            boolean passes = schema.validate(new YAMLMapper().readTree(rule)).isEmpty();
            Optional<String> refusal = refusal(rule);
            taken[refusal.isEmpty() ? 1 : 0]++;

            if (passes && refusal.isPresent()) {
                assertThat(refusal.get()).as(rule).containsAnyOf(ABOUT_TWO_STEPS);
            } else {
                assertThat(passes).as(rule).isEqualTo(refusal.isEmpty());
            }
        }

        assertThat(taken).doesNotContain(0);
    }

    private static Optional<String> refusal(String rule) {
        try {
            RuleLoader.load("r.yaml", rule);
            return Optional.empty();
        } catch (RuleException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Test
    void everyKindIsInTheSchemas() throws IOException {
        Set<String> ofRules = new TreeSet<>(Set.of("activity", "billing", "support", "feedback"));
        Set<String> ofCases = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            ofRules.add(kind.name());
            if (kind.isInput()) {
                ofCases.add(kind.name());
            }
        }

        assertThat(texts(schema("rule").at("/$defs/kind/enum"))).isEqualTo(ofRules);
        assertThat(texts(schema("rule-cases").at("/$defs/event/properties/kind/enum")))
                .isEqualTo(ofCases);
    }

    @Test
    void namesThatAreTakenAreInTheSchema() throws IOException {
        assertThat(texts(schema("rule").at("/$defs/name/not/enum"))).isEqualTo(new TreeSet<>(Names.TAKEN));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static JsonNode schema(String name) throws IOException {
        return new ObjectMapper()
                .readTree(SCHEMAS.resolve(name + ".schema.json").toFile());
    }

    private static Set<ValidationMessage> problems(String schema, String yaml) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema(schema))
                .validate(new YAMLMapper().readTree(yaml));
    }
}
