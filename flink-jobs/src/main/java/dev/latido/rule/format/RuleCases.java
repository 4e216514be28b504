package dev.latido.rule.format;

import static java.util.Objects.requireNonNull;

import dev.latido.event.CustomerEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The test cases beside a rule.
 *
 * @param rule the file of the rule, as it stands beside the cases
 */
public record RuleCases(String rule, List<Case> cases) {

    /** Largest file of cases, in bytes. */
    public static final int MAX_BYTES = 256 * 1024;

    /** The customer whose events the cases are. */
    public static final String CUSTOMER = "customer";

    /** The tenant of the customer. */
    public static final String TENANT = "default";

    public RuleCases {
        requireNonNull(rule, "rule");
        cases = List.copyOf(cases);
    }

    /**
     * One course of events and what the rule is to make of it.
     *
     * @param events as they are written, which need not be the order in which they happened
     * @param until time goes on to here
     * @param expected the alerts, in order; none: the rule is to keep silent
     */
    public record Case(String name, List<CustomerEvent> events, Instant until, List<Expected> expected) {
        public Case {
            requireNonNull(name, "name");
            requireNonNull(until, "until");
            events = List.copyOf(events);
            expected = List.copyOf(expected);
        }
    }

    /**
     * An alert that is to come.
     *
     * @param steps ids of the events by step; empty where any will do
     */
    public record Expected(Instant at, Status status, Optional<Map<String, List<String>>> steps) {
        public Expected {
            requireNonNull(at, "at");
            requireNonNull(status, "status");
            requireNonNull(steps, "steps");
        }
    }

    /** What becomes known of an alert. */
    public enum Status {
        OPEN("open"),
        RESOLVED("resolved");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** Reads cases from the text of their file; throws {@link RuleException} where they cannot be used. */
    public static RuleCases load(String fileName, String yaml) {
        return CasesReader.read(fileName, yaml);
    }

    /** Reads cases from their file; throws {@link RuleException} where they cannot be used. */
    public static RuleCases loadFile(Path file) {
        return load(file.toString(), RuleFolder.text(file, MAX_BYTES));
    }
}
