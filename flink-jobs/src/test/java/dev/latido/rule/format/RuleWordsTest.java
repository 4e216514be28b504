package dev.latido.rule.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleWordsTest {

    @Test
    void aRuleIsSaidInSentences() {
        assertThat(RuleWords.of(RuleLoader.load("r.yaml", Rules.FULL)))
                .containsExactly(
                        "Rule payment-failed-then-cancel-page, version 3: Payment failed, then looked at cancelling.",
                        "Within 7 days: first 2 to 3 PAYMENT_FAILED or INVOICE_OVERDUE events where event.amount > 1000"
                                + " (failed), in every choice of those that fit; then at any later time (each that fits"
                                + " makes a match of its own) with no PAYMENT_SUCCEEDED event (paid) in between, 1 or more"
                                + " PAGE_VIEW events where event.attributes['invoiceId'] == failed.attributes['invoiceId']"
                                + " (cancel), with other events in between or not, as many as there are, until an event"
                                + " where event.name == 'x'; then, as the very next event of the customer, an activity"
                                + " event (more).",
                        "After a match, the search goes on from its last event of \"failed\".",
                        "Runs in shadow: what would alert as urgent, at most once in 14 days per customer, is counted"
                                + " and written down, and nobody is alerted.",
                        "The alert says: \"A payment of ${failed.amount / 100} failed on ${failed.at}, and ${cancel.user}"
                                + " opened the cancel page.\"",
                        "Its open alert is resolved by a CANCELLATION_WITHDRAWN event where event.user == 'ada'; until then, further matches for that customer alert nobody.",
                        "When this version takes over, it goes on with what the version before it has begun (carry).",
                        "It is switched off (enabled: false).");
    }

    @Test
    void aShortRuleIsSaidShortly() {
        assertThat(RuleWords.of(RuleLoader.load("r.yaml", Rules.SHORT)))
                .containsExactly(
                        "Rule cancellation-scheduled, version 1: Cancellation scheduled.",
                        "Looks for a CANCELLATION_SCHEDULED event (scheduled).",
                        "Alerts as immediate, each time.",
                        "The alert says: \"A cancellation was scheduled.\"",
                        "When this version takes over, the version before it finishes what it has begun (drain).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{not: b, kind: activity}~and then no activity event (b) until 90 minutes after the first event are over; it fires at that moment, without an event.",
                "{not: b, kind: LOGIN, contiguity: next}~and the very next event is no LOGIN event (b).",
                "{not: b, kind: LOGIN, contiguity: next}, {step: c, kind: LOGIN}~then later with no LOGIN event (b) directly behind the one before, a LOGIN event (c).",
                "{step: b, kind: LOGIN, optional: true}~then later a LOGIN event (b), if there is any.",
                "{step: b, kind: [LOGIN, ACTION], times: 3, inner: next}~then later 3 LOGIN or ACTION events (b), directly one after the other.",
            })
    void everyConstructHasItsWords(String steps, String words) {
        String rule = "id: r\nversion: 1\ntitle: t\nmessage: m\nseverity: urgent\nwithin: 90 minutes\nsteps: "
                + "[{step: a, kind: ACTION}, " + steps + "]";

        assertThat(RuleWords.of(RuleLoader.load("r.yaml", rule)).get(1))
                .isEqualTo("Within 90 minutes: first an ACTION event (a); " + words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "none~Every match is found, also where matches share events.",
                "to next~Of the matches that begin with the same event, the first that is complete counts.",
                "past last event~Matches do not overlap: after one, the search begins anew behind its last event.",
                "to first cancel~After a match, the search goes on from its first event of \"cancel\".",
            })
    void everyWayOfSkippingHasItsWords(String skip, String words) {
        String rule = Rules.FULL.replace("skip: to last failed", "skip: " + skip);

        assertThat(RuleWords.of(RuleLoader.load("r.yaml", rule)).get(2)).isEqualTo(words);
    }
}
