package dev.latido.rule.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a rule that cannot be used. */
class RuleMistakesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "id: payment-failed-then-cancel-page~id: Payment Failed~1, column 5: an id is lower-case words joined by hyphens, at most 64 characters, not \"Payment Failed\"",
                "version: 3~version: -1~2, column 10: expected a whole number from 1 to 999999999, not \"-1\"",
                "version: 3~vresion: 3~2, column 1: unknown key \"vresion\"; allowed: id, version, title, message, severity, enabled, mode, cooldown, within, skip, on-change, steps, resolve",
                "severity: urgent~severity: none~5, column 11: unknown value \"none\"; allowed: immediate, monitor, urgent",
                "cooldown: 14 days~cooldown: 2 weeks~8, column 11: expected a time such as 7 days, 24 hours, 10 minutes or 30 seconds, not \"2 weeks\"",
                "within: 7 days~within: 401 days~9, column 9: a time here is more than none and at most 400 days, not 401 days",
                "skip: to last failed~skip: to last paid~10, column 7: there is no step \"paid\" that matches events; there are: failed, cancel, more",
                "skip: to last failed~skip: past~10, column 7: unknown value \"past\"; allowed: none, to next, past last event, to first STEP, to last STEP",
                "event.amount > 1000~event.nmae == 'x'~15, column 16: unknown field \"nmae\"; event has: id, kind, name, at, user, amount, attributes",
                "event.amount > 1000~cancel.count > 1~15, column 11: unknown variable \"cancel\"; here there are: event, customer, failed",
                "event.amount > 1000~event.amount + 1~15, column 11: a condition is true or false (bool), this is int",
                "event.amount > 1000~event.amount > 'x'~15, column 24: \">\" cannot be applied to int and string",
                "event.amount > 1000~customer.score == 60~15, column 26: \"==\" cannot be applied to double and int; whole and decimal numbers do not mix here: write 60.0 instead of 60, or double(...)",
                "event.amount > 1000~event.name = 'x'~15, column 22: not an expression in CEL: write == to compare",
                "event.amount > 1000~customer.scroe > 1~15, column 19: unknown field \"scroe\"; customer has: score, band, level, signals, tenureDays, plan",
                "event.amount > 1000~customer.components.x > 1~15, column 30: unknown field \"x\"; components has: usage, adoption, support, payment, engagement",
                "event.amount > 1000~failed.cuont > 1~15, column 17: unknown field \"cuont\"; step has: id, kind, name, at, user, amount, attributes, count, events",
                "event.amount > 1000~failed.events.exists(e, e.nmae == '')~15, column 36: unknown field \"nmae\"; event has:",
                "event.amount > 1000~event.at > timestamp('soon')~15, column 32: not a timestamp such as '2025-01-31T08:00:00Z'",
                "event.amount > 1000~event.name.matches('(')~15, column 30: not a regular expression (RE2): missing closing )",
                "event.amount > 1000~customer.daysUsed('x', 0, 30) > 1~15, column 34: daysUsed looks at the days from the first (0 is today) to the last, at most 29, not from 0 to 30",
                "event.amount > 1000~foo(event.name)~15, column 14: unknown function \"foo\"",
                "${cancel.user}~${canel.user}~4, column 77: unknown variable \"canel\"; here there are: customer, failed, cancel, more",
                "${cancel.user}~${cancel}~4, column 77: a message cannot show step; it shows texts, numbers, true or false, timestamps, durations and lists of these",
                "${cancel.user}~${cancel.user~4, column 75: no } for this ${; write $${ for a literal ${",
                "${cancel.user}~${event.user}~4, column 77: unknown variable \"event\"; here there are: customer, failed, cancel, more",
                "times: 2..3~times: 3..2~16, column 12: times are from 1 to 100, the smaller number first, not \"3..2\"",
                "times: 2..3~times: 101 or more~16, column 12: times are from 1 to 100",
                "times: 2..3~times: twice~16, column 12: expected times such as 3, 2..5, 3 or more, or one or more, not \"twice\"",
                "kind: PAYMENT_SUCCEEDED~kind: PAID~19, column 11: unknown kind \"PAID\"; allowed: activity, billing, support, feedback, ACTION",
                "[PAYMENT_FAILED, INVOICE_OVERDUE]~[PAYMENT_FAILED, PAYMENT_FAILED]~14, column 28: \"PAYMENT_FAILED\" is in this list already",
                "- not: paid~- step: failed~18, column 11: there is a step \"failed\" already",
                "- not: paid~- not: customer~18, column 10: \"customer\" has a meaning of its own; choose another name for the step",
                "- not: paid~- not: 1st~18, column 10: a step's name is letters, digits and underscores, does not begin with a digit",
                "- not: paid~- else: paid~18, column 5: unknown key \"else\"; allowed: step, not, kind",
                "step: more~name: more~28, column 5: unknown key \"name\"; allowed: step, not, kind",
                "event.user == 'ada'~faild.count == 1~34, column 9: unknown variable \"faild\"; here there are: event, customer, failed, cancel",
                "event.name == 'x'~paid.count == 1~27, column 12: unknown variable \"paid\"; here there are: event, customer, failed, cancel",
            })
    void mistakesAreNamedWithTheirPlace(String right, String wrong, String message) {
        String rule = Rules.FULL.replace(right, wrong);

        assertThat(rule).isNotEqualTo(Rules.FULL);
        assertRefused(rule, "r.yaml, line " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{not: a, kind: LOGIN}~the first step cannot be a not: there is nothing yet that it could follow",
                "{step: a, kind: LOGIN, contiguity: next}~contiguity says how a step follows the one before; the first step follows none",
                "{step: a, kind: LOGIN, optional: true}~one of the steps must not be optional, or there is nothing to find",
                "{step: a, kind: LOGIN}, {step: b, kind: LOGIN, optional: true}, {not: c, kind: LOGIN}~a not cannot follow the optional step \"b\"; write two rules, one with it and one without",
                "{step: a, kind: LOGIN, times: 2, greedy: true}, {step: b, kind: LOGIN, optional: true}, {step: c, kind: LOGIN}~an optional step cannot follow the greedy step \"a\"",
                "{step: a, kind: LOGIN}, {not: b, kind: LOGIN}, {not: c, kind: LOGIN}~these two nots would not both count; join them into one",
                "{step: a, kind: LOGIN}, {not: b, kind: LOGIN, contiguity: next}, {not: c, kind: LOGIN}~these two nots would not both count",
                "{step: a, kind: LOGIN}, {not: b, kind: LOGIN}, {not: c, kind: LOGIN, contiguity: next}, {step: d, kind: LOGIN}~these two nots would not both count",
                "{step: a, kind: LOGIN}, {not: b, kind: ACTION}, {step: c, kind: LOGIN, times: one or more, greedy: true, optional: true, until: event.amount > 1}, {step: d, kind: NPS}~greedy, optional and until do not go together behind the not \"b\"; leave one of them out",
                "{step: a, kind: LOGIN}, {not: b, kind: ACTION}, {step: x, kind: LOGIN, optional: true}, {step: c, kind: LOGIN, times: one or more, greedy: true, optional: true, until: event.amount > 1}, {step: d, kind: NPS}~greedy, optional and until do not go together behind the not \"b\"",
                "{step: a, kind: LOGIN, greedy: true}~greedy takes as many as possible; it needs times",
                "{step: a, kind: LOGIN, inner: next}~inner says how repetitions follow each other; it needs times",
                "{step: a, kind: LOGIN, times: 3, greedy: true, inner: followed by any}~greedy and inner: followed by any do not go together",
                "{step: a, kind: LOGIN, times: 3, until: event.amount > 1}~until ends \"or more\"; it needs times: one or more, or n or more",
                "{step: a, kind: LOGIN}, {not: b, kind: LOGIN, times: 2}~times is of no use with not: no such event may come at all",
                "{step: a, kind: LOGIN}, {not: b, kind: LOGIN, optional: true}~optional is of no use with not",
                "{step: a, kind: LOGIN}, {not: b, kind: LOGIN, contiguity: followed by any}~what must not come is \"next\" or \"followed by\"",
                "{step: a, not: b, kind: LOGIN}~either step or not, both with a name",
                "{kind: LOGIN}~missing key: step (an event that must come) or not (one that must not), with a name",
                "{step: a}~missing key: kind",
            })
    void whatNoAutomatonCanBeMadeOfIsRefused(String steps, String message) {
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> RuleLoader.load("r.yaml", rule(steps) + "\nwithin: 1 day"))
                .withMessageStartingWith("r.yaml, line 6, column ")
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{step: a, kind: LOGIN}, {step: b, kind: LOGIN}",
                "{step: a, kind: LOGIN}, {not: b, kind: LOGIN}",
                "{step: a, kind: LOGIN, times: 2}",
                "{step: a, kind: LOGIN, times: one or more}",
            })
    void aLimitOfTimeIsNeededUnlessThereIsOneStepOnce(String steps) {
        assertRefused(rule(steps), "r.yaml, line 1, column 1: missing key: within, the longest time");
        assertThat(RuleLoader.load("r.yaml", rule("{step: a, kind: LOGIN}"))
                        .sequence()
                        .withinMillis())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{step: a, kind: LOGIN}, {not: b, kind: LOGIN}, {not: c, kind: LOGIN}, {step: d, kind: LOGIN}",
                "{step: a, kind: LOGIN, optional: true}, {step: b, kind: LOGIN}, {not: c, kind: LOGIN, contiguity: next}",
                "{step: a, kind: LOGIN, times: 2, greedy: true}, {not: b, kind: LOGIN}",
            })
    void unusualButSoundSequencesAreRead(String steps) {
        assertThat(RuleLoader.load("r.yaml", rule(steps) + "\nwithin: 1 day")
                        .sequence()
                        .steps())
                .isNotEmpty();
    }

    @Test
    void aMistakeInAFoldedTextIsFoundOnItsLine() {
        String rule = Rules.FULL.replace(
                "when: event.amount > 1000", "when: >-\n      event.amount > 1000 &&\n      evnt.name == 'x'");

        assertRefused(rule, "r.yaml, line 17, column 7: unknown variable \"evnt\"");
    }

    @Test
    void twentyStepsAreEnough() {
        StringBuilder steps = new StringBuilder("{step: s0, kind: LOGIN}");
        for (int i = 1; i <= 20; i++) {
            steps.append(", {step: s").append(i).append(", kind: LOGIN}");
        }

        assertRefused(rule(steps.toString()), "r.yaml, line 6, column 8: a rule has at most 20 steps, this has 21");
    }

    @Test
    void timesOfAllStepsTogetherAreBounded() {
        StringBuilder steps = new StringBuilder("{step: s0, kind: LOGIN, times: 100 or more}");
        for (int i = 1; i < 5; i++) {
            steps.append(", {step: s").append(i).append(", kind: LOGIN, times: 2..100}");
        }

        assertThat(RuleLoader.load("r.yaml", rule(steps.toString()) + "\nwithin: 1 day")
                        .sequence()
                        .steps())
                .hasSize(5);
        assertRefused(
                rule(steps + ", {step: last, kind: LOGIN}") + "\nwithin: 1 day",
                "r.yaml, line 6, column 8: the times of all steps come to at most 500 together, these to 501");
    }

    @Test
    void attributesOfEarlierEventsAreBounded() {
        StringBuilder message = new StringBuilder("message: \"");
        for (int i = 0; i < 65; i++) {
            message.append("${a.attributes.k").append(i).append('}');
        }

        assertRefused(
                rule("{step: a, kind: LOGIN}").replace("message: m", message + "\""),
                "r.yaml, line 1, column 1: a rule reads at most 64 attributes of events matched earlier, this one 65");
    }

    private static String rule(String steps) {
        return "id: r\nversion: 1\ntitle: t\nmessage: m\nseverity: urgent\nsteps: [" + steps + "]";
    }

    private static void assertRefused(String rule, String message) {
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> RuleLoader.load("r.yaml", rule))
                .withMessageStartingWith(message);
    }
}
