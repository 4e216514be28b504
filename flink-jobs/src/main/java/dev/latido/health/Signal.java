package dev.latido.health;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A warning sign. State holds sets of signals as bits: a bit is never given another meaning. */
public enum Signal {
    INACTIVITY(1, "inactivity", "daysSinceActivity"),
    LOW_ADOPTION(1 << 1, "low-adoption", "adoption30"),
    LOW_LOGINS(1 << 2, "low-logins", "sessions7"),
    PAYMENT_DELAY(1 << 3, "payment-delay", "openFailure"),
    SHORT_SESSIONS(1 << 4, "short-sessions", "avgSessionMinutes30"),
    SUPPORT_OVERUSE(1 << 5, "support-overuse", "tickets30");

    private static final List<List<String>> NAMES = allNames();

    private final int bit;
    private final String text;
    private final String quantity;

    Signal(int bit, String text, String quantity) {
        this.bit = bit;
        this.text = text;
        this.quantity = quantity;
    }

    /** The signal as it stands in records. */
    public String text() {
        return text;
    }

    /** What is measured. */
    public String quantity() {
        return quantity;
    }

    /** The one bit of this signal. */
    public int bit() {
        return bit;
    }

    public boolean isIn(int signals) {
        return (signals & bit) != 0;
    }

    /** Names of a set of signals given as bits, sorted. */
    public static List<String> names(int signals) {
        return NAMES.get(signals);
    }

    private static List<List<String>> allNames() {
        List<List<String>> all = new ArrayList<>();
        for (int signals = 0; signals < 1 << values().length; signals++) {
            List<String> names = new ArrayList<>();
            for (Signal signal : values()) {
                if (signal.isIn(signals)) {
                    names.add(signal.text);
                }
            }
            Collections.sort(names);
            all.add(List.copyOf(names));
        }
        return List.copyOf(all);
    }
}
