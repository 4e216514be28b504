package dev.latido.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latido.connector.record.Publication;

/** Publications to test with; the value of each is a text of its own. */
final class Publications {

    private Publications() {}

    static Publication score(long at, String tenant, String customer, String id, String value) {
        return new Publication("scores", customer.getBytes(UTF_8), value.getBytes(UTF_8), at, tenant, customer, id);
    }

    static Publication tombstone(String customer) {
        return new Publication("scores", customer.getBytes(UTF_8), null, 1, "default", customer, "");
    }

    static Publication deadLetter(String value) {
        return new Publication("dead-letters", new byte[0], value.getBytes(UTF_8), 0, "", "", "");
    }
}
