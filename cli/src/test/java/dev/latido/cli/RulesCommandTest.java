package dev.latido.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {

    private static final String RULE = """
            id: refund
            version: 2
            title: Money back
            message: "They got ${refund.amount / 100} back"
            severity: monitor
            steps: [{ step: refund, kind: REFUNDED, when: event.amount > 100 }]
            """;

    private static final String CASES = """
            cases:
              - case: a refund
                events: [{ id: e1, at: 2025-01-01T10:00:00Z, kind: REFUNDED, amount: 500 }]
                expect: [{ at: 2025-01-01T10:00:00Z }]
              - case: a small refund
                events: [{ id: e1, at: 2025-01-01T10:00:00Z, kind: REFUNDED, amount: 50 }]
                expect: []
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void rulesThatCanBeUsedAreSaidInWords() throws IOException {
        write("refund.yaml", RULE);
        write("refund.cases.yaml", CASES);

        assertThat(run("check", directory.toString())).isZero();

        assertThat(out.toString())
                .contains(
                        "OK refund 2",
                        "Money back",
                        "Reads events of kind REFUNDED; of them and of the customer: event.amount.",
                        "1 rule checked, all can be used.")
                .doesNotContain("Warning");
    }

    @Test
    void whatLooksOddIsAWarningAndNoMistake() throws IOException {
        assertThat(run("check", write("refund.yaml", RULE))).isZero();

        assertThat(out.toString()).contains("Warning: It has no test cases beside it.");
    }

    @Test
    void mistakeNamesFileLineAndColumnAndTheOthersAreCheckedStill() throws IOException {
        write("good.yaml", RULE);
        write("wrong.yaml", RULE.replace("event.amount > 100", "event.amont > 100"));

        assertThat(run("check", directory.toString())).isEqualTo(1);

        assertThat(err.toString())
                .contains(directory.resolve("wrong.yaml") + ", line 6, column 52: ")
                .contains("unknown field \"amont\"")
                .doesNotContain("latido:");
        assertThat(out.toString()).contains("OK refund 2", "2 rules checked, 1 mistake.");
    }

    @Test
    void sameIdTwiceAndUnusableCasesAreMistakes() throws IOException {
        write("a.yaml", RULE);
        write("b.yaml", RULE);
        write("b.cases.yaml", "cases: []");

        assertThat(run("check", directory.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("has the id \"refund\" already");
    }

    @Test
    void casesOfARuleThatCanBeUsedAreCheckedToo() throws IOException {
        write("refund.yaml", RULE);
        write("refund.cases.yaml", "cases: none");

        assertThat(run("check", directory.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("refund.cases.yaml, line 1, column 8");
    }

    @Test
    void missingFilesAndNoFilesAreFailures() {
        assertThat(run("check", directory.resolve("none.yaml").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("none.yaml: no such file");

        assertThat(run("test", directory.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("holds no rules");

        assertThat(run("check")).isEqualTo(2);
        assertThat(run("test")).isEqualTo(2);
    }

    @Test
    void casesThatPassAreCounted() throws IOException {
        write("refund.yaml", RULE);
        write("refund.cases.yaml", CASES);

        assertThat(run("test", directory.toString())).isZero();

        assertThat(out.toString())
                .contains("refund 2", "  passed  a refund", "  passed  a small refund", "2 cases: 2 passed, 0 failed.");
    }

    @Test
    void casesAreFoundFromTheRuleAndTheRuleFromTheCases() throws IOException {
        String rule = write("refund.yaml", RULE);
        String cases = write("refund.cases.yaml", CASES);

        assertThat(run("test", rule)).isZero();
        assertThat(run("test", cases)).isZero();
        assertThat(run("test", rule, cases)).isZero();

        assertThat(out.toString().lines().filter(line -> line.startsWith("2 cases")))
                .hasSize(3);
    }

    @Test
    void caseThatFailsIsShownWithTheDifference() throws IOException {
        write("refund.yaml", RULE.replace("> 100", "> 1000"));
        write("refund.cases.yaml", CASES);

        assertThat(run("test", directory.toString())).isEqualTo(1);

        assertThat(out.toString())
                .contains(
                        "  FAILED  a refund",
                        "            expected an open alert at 2025-01-01T10:00:00Z, but none came",
                        "  passed  a small refund",
                        "2 cases: 1 passed, 1 failed.");
    }

    @Test
    void ruleWithoutCasesIsNamedAndIsNoFailure() throws IOException {
        assertThat(run("test", write("refund.yaml", RULE))).isZero();

        assertThat(out.toString()).contains("No cases: refund", "0 cases: 0 passed, 0 failed; 1 without cases.");
    }

    @Test
    void casesWithoutTheirRuleAreAFailure() throws IOException {
        assertThat(run("test", write("refund.cases.yaml", CASES))).isEqualTo(1);

        assertThat(err.toString()).contains("refund.yaml: no such file");
    }

    @Test
    void explanationIsOfTheCustomerAsked() throws IOException {
        assertThat(explain("acme")).isZero();

        assertThat(out.toString())
                .contains(
                        "Rule refund, version 2, fired once for customer acme of tenant default up to 2025-01-09T10:00:00Z.",
                        "2025-01-02T10:00:00Z  Alert, monitor: They got 5 back",
                        "  2025-01-02T10:00:00Z  refund  REFUNDED [e2]: amount = 500");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void explanationGoesByTheCustomersAliases() throws IOException {
        String aliases = write("aliases.csv", "source,foreignId,customer\nlatido,acme,The Acme Company\n");

        assertThat(explain("The Acme Company", "--aliases", aliases)).isZero();

        assertThat(out.toString()).contains("fired once for customer The Acme Company");
    }

    @Test
    void lateEventIsNotSeenAsInAReplay() throws IOException {
        assertThat(explain("tardy")).isZero();

        assertThat(out.toString())
                .contains("did not fire", "There are 2 events", "1 came late, which rules do not see.");
    }

    @Test
    void unknownCustomerIsSaidWithTheNearestNames() throws IOException {
        assertThat(explain("amce")).isEqualTo(1);
        assertThat(err.toString())
                .contains("latido: The files hold no event of customer amce of tenant default. Did you mean acme?");

        assertThat(explain("zaphod")).isEqualTo(1);
        assertThat(err.toString()).contains("customer zaphod of tenant default. There are 2, such as acme, tardy.");

        assertThat(explain("elsewhere")).isEqualTo(1);
        assertThat(err.toString()).contains("There is a customer of this name in tenant other (--tenant).");

        assertThat(explain("elsewhere", "--tenant", "other")).isZero();
    }

    @Test
    void ruleIsFoundByItsIdToo() throws IOException {
        write("rules/refund.yaml", RULE);
        String rules = directory.resolve("rules").toString();

        assertThat(explainBy("refund", "acme", "--rules", rules)).isZero();
        assertThat(explainBy("refunds", "acme", "--rules", rules)).isEqualTo(1);

        assertThat(err.toString()).contains("There is no rule refunds in " + rules + ". Did you mean refund?");
    }

    @Test
    void endIsAskedForAsInAReplay() throws IOException {
        assertThat(explain("acme", "--until", "2025-02-01T00:00:00Z")).isZero();
        assertThat(out.toString()).contains("up to 2025-02-01T00:00:00Z.");

        assertThat(explain("acme", "--until", "soon")).isEqualTo(2);
        assertThat(explain("acme", "--until", "2025-01-03T00:00:00Z")).isEqualTo(1);
        assertThat(err.toString())
                .contains("The end that was asked for, 2025-01-03T00:00:00Z, is before an event at"
                        + " 2025-01-09T10:00:00Z.");
    }

    private int explain(String customer, String... more) throws IOException {
        return explainBy(write("refund.yaml", RULE), customer, more);
    }

    private int explainBy(String rule, String customer, String... more) throws IOException {
        String events = write("events.jsonl", """
                {"eventId":"e1","customerId":"acme","kind":"LOGIN","at":"2025-01-01T10:00:00Z"}
                {"eventId":"e2","customerId":"acme","kind":"REFUNDED","at":"2025-01-02T10:00:00Z","amountCents":500}
                {"eventId":"e3","customerId":"tardy","kind":"LOGIN","at":"2025-01-09T10:00:00Z"}
                {"eventId":"e4","customerId":"tardy","kind":"REFUNDED","at":"2025-01-03T10:00:00Z","amountCents":500}
                {"eventId":"e5","tenantId":"other","customerId":"elsewhere","kind":"LOGIN","at":"2025-01-09T10:00:00Z"}
                """);
        List<String> arguments = new ArrayList<>(
                List.of("explain", "--rule", rule, "--customer", customer, "--source", "latido=" + events));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private String write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("rules"));
        all.addAll(List.of(arguments));
        return Latido.commandLine(Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
