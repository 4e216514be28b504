package dev.latido.feature;

import static dev.latido.state.StateReader.NEVER;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.memory.DayCounts;
import dev.latido.memory.LatestFlags;
import dev.latido.memory.UtcDay;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.state.TextHash;

/** What a customer asked for help with: tickets by day, and which are open. */
public final class SupportHistory {

    /** Tickets of one customer that are told apart. */
    public static final int MOST_TICKETS = 64;

    private static final int QUARTER_DAYS = 90;
    private static final long QUARTER = QUARTER_DAYS * UtcDay.MILLIS;

    private DayCounts opened = new DayCounts(QUARTER_DAYS);
    private long openedAt = NEVER;
    /** Of each ticket, whether it is open; those without an id are one. */
    private LatestFlags open = new LatestFlags();

    void heard(CustomerEvent event, long place) {
        long at = event.at().toEpochMilli();
        boolean isOpen = event.kind() == Kind.TICKET_OPENED;
        if (isOpen) {
            int today = UtcDay.of(place);
            opened.add(UtcDay.of(at), 1, today);
            openedAt = Math.max(openedAt, at);
        }
        open.forgetBefore(place - QUARTER);
        open.heard(TextHash.of(event.attributes().getOrDefault("ticketId", "")), isOpen, at, MOST_TICKETS);
    }

    void advance(int today) {
        opened.advance(today);
    }

    /** Tickets that were opened and not closed; one that nothing was heard of for 90 days does not count. */
    public int open(long now) {
        return open.countSince(now - QUARTER);
    }

    /** Tickets opened in the last 90 days. */
    public long opened() {
        return opened.total();
    }

    /** When a ticket was last opened, however long ago; {@link StateReader#NEVER} when none was. */
    public long openedAt() {
        return openedAt;
    }

    void write(StateWriter out) {
        opened.write(out);
        out.instant(openedAt);
        open.write(out);
    }

    static SupportHistory read(StateReader in) {
        SupportHistory read = new SupportHistory();
        read.opened = DayCounts.read(QUARTER_DAYS, in);
        read.openedAt = in.instant();
        read.open = LatestFlags.read(in);
        return read;
    }
}
