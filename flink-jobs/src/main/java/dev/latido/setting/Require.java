package dev.latido.setting;

import java.util.regex.Pattern;

/** Checks of settings; each failure names the key, the value, and what is allowed. */
final class Require {

    /** What Kafka allows as a topic's name. */
    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    private Require() {}

    static void between(String key, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    key + " is " + value + "; allowed is a whole number from " + min + " to " + max);
        }
    }

    static void text(String key, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(key + " is empty; a text is needed");
        }
    }

    static void topic(String key, String value) {
        if (!TOPIC.matcher(value).matches()) {
            throw new IllegalArgumentException(key + " is \"" + value
                    + "\"; allowed is a topic name of letters, digits, '.', '_' and '-', at most 249");
        }
    }

    static void oneOf(String key, String value, String... allowed) {
        for (String one : allowed) {
            if (one.equals(value)) {
                return;
            }
        }
        throw new IllegalArgumentException(key + " is \"" + value + "\"; allowed is " + String.join(", ", allowed));
    }
}
