package dev.latido.simulator;

import dev.latido.simulator.business.BillingFact;
import dev.latido.simulator.business.Click;
import dev.latido.simulator.business.Fact;
import dev.latido.simulator.business.TicketFact;

/** One of the tools that deliver. */
enum Tool {
    SEGMENT("segment", "clickstream"),
    STRIPE("stripe", "billing"),
    ZENDESK("zendesk", "support"),
    SURVEY("latido", "feedback");

    private final String source;
    private final String topic;

    Tool(String source, String topic) {
        this.source = source;
        this.topic = topic;
    }

    static Tool of(Fact fact) {
        if (fact instanceof Click) {
            return SEGMENT;
        }
        if (fact instanceof BillingFact) {
            return STRIPE;
        }
        return fact instanceof TicketFact ? ZENDESK : SURVEY;
    }

    String source() {
        return source;
    }

    String topic() {
        return topic;
    }
}
