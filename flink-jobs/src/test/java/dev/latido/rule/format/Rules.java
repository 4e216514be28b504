package dev.latido.rule.format;

/** Rules for tests. */
final class Rules {

    static final String FULL = """
            id: payment-failed-then-cancel-page
            version: 3
            title: Payment failed, then looked at cancelling
            message: "A payment of ${failed.amount / 100} failed on ${failed.at}, and ${cancel.user} opened the cancel page."
            severity: urgent
            enabled: false
            mode: shadow
            cooldown: 14 days
            within: 7 days
            skip: to last failed
            on-change: carry
            steps:
              - step: failed
                kind: [PAYMENT_FAILED, INVOICE_OVERDUE]
                when: event.amount > 1000
                times: 2..3
                inner: followed by any
              - not: paid
                kind: PAYMENT_SUCCEEDED
              - step: cancel
                kind: PAGE_VIEW
                when: event.attributes['invoiceId'] == failed.attributes['invoiceId']
                contiguity: followed by any
                times: one or more
                inner: followed by
                greedy: true
                until: event.name == 'x'
              - step: more
                kind: activity
                contiguity: next
                optional: false
            resolve:
              kind: CANCELLATION_WITHDRAWN
              when: event.user == 'ada'
            """;

    static final String SHORT = """
            id: cancellation-scheduled
            version: 1
            title: Cancellation scheduled
            message: "A cancellation was scheduled."
            severity: immediate
            steps:
              - step: scheduled
                kind: CANCELLATION_SCHEDULED
            """;

    private Rules() {}
}
