package dev.latido.explanation;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.rule.KeptEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Events in a few words each. */
final class EventWords {

    private static final int LONGEST = 80;

    private EventWords() {}

    /** What it was, without what rules read of it. */
    static String of(CustomerEvent event) {
        return of(event.kind(), event.name(), event.userId(), event.customerId(), event.eventId());
    }

    /** What it was, and what is remembered of it. */
    static String of(KeptEvent event, String customerId) {
        List<String> values = new ArrayList<>();
        if (event.amountCents() != 0) {
            values.add("amount = " + event.amountCents());
        }
        event.attributes().forEach((name, value) -> values.add(name + " = " + shown(value)));
        event.facts().forEach((name, value) -> values.add("customer's " + name + " = " + shown(value)));
        String words = of(event.kind(), event.name(), event.userId(), customerId, event.eventId());
        return values.isEmpty() ? words : words + ": " + String.join(", ", values);
    }

    private static String of(Kind kind, String name, String user, String customer, String id) {
        if (kind == Kind.EVALUATED) {
            return "the daily evaluation";
        }
        return kind + (name.isEmpty() ? "" : " \"" + shown(name) + "\"")
                + (user.equals(customer) ? "" : " by " + shown(user)) + " [" + shown(id) + "]";
    }

    /** {@code event.name = Pricing, customer.score = 71.3}. */
    static String of(Map<String, String> values) {
        List<String> shown = new ArrayList<>();
        values.forEach((name, value) -> shown.add(name + " = " + (value.isEmpty() ? "''" : shown(value))));
        return String.join(", ", shown);
    }

    /** On one line, not too long, and without what would steer a terminal. */
    static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "\u2026";
    }
}
