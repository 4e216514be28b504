package dev.latido.health;

import static dev.latido.state.StateReader.NEVER;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import org.jspecify.annotations.Nullable;

/** The plan that a customer's latest billing event named, at most 64 characters of it. */
final class Plan {

    private static final int LONGEST = 64;

    private String name = "";
    private long heardAt = NEVER;

    /** @param named null or empty where the event names none */
    void heard(@Nullable String named, long at) {
        if (named != null && !named.isEmpty() && at >= heardAt) {
            name = named.length() <= LONGEST ? named : named.substring(0, LONGEST);
            heardAt = at;
        }
    }

    /** Null where none is known. */
    @Nullable
    String name() {
        return name.isEmpty() ? null : name;
    }

    void write(StateWriter out) {
        out.text(name).instant(heardAt);
    }

    static Plan read(StateReader in) {
        Plan read = new Plan();
        read.name = in.text();
        read.heardAt = in.instant();
        return read;
    }
}
