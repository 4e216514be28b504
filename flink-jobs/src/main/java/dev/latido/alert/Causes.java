package dev.latido.alert;

import static dev.latido.state.StateReader.NEVER;

import dev.latido.event.CustomerEvent;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events that may have caused an alert: recent tickets and payment failures, and what last changed the level. */
public final class Causes {

    private static final int MOST = 20;

    private EventTrail tickets = new EventTrail();
    private EventTrail failures = new EventTrail();
    private String changeId = "";
    private long changedAt = NEVER;

    public void apply(CustomerEvent event) {
        switch (event.kind()) {
            case TICKET_OPENED -> tickets.add(event.eventId(), event.at().toEpochMilli());
            case PAYMENT_FAILED, INVOICE_OVERDUE ->
                failures.add(event.eventId(), event.at().toEpochMilli());
            default -> {}
        }
    }

    /** Remembers what changed the level; null: time did. */
    public void levelChanged(@Nullable CustomerEvent by) {
        changeId = by == null ? "" : EventTrail.kept(by.eventId());
        changedAt = by == null ? NEVER : by.at().toEpochMilli();
    }

    public void forget(long ticketsBefore, long failuresBefore) {
        tickets.forgetBefore(ticketsBefore);
        failures.forgetBefore(failuresBefore);
    }

    /**
     * The ids of what caused an alert, oldest first; of too many, the latest.
     *
     * @param withTickets whether tickets are among the causes
     * @param failuresSince payment failures from here on are; {@link Long#MAX_VALUE} when none are
     * @param now the event at which the alert is published, null on a daily evaluation
     */
    public List<String> eventIds(boolean withTickets, long failuresSince, @Nullable CustomerEvent now) {
        List<Cause> causes = new ArrayList<>();
        if (withTickets) {
            tickets.since(NEVER, (id, at) -> causes.add(new Cause(id, at)));
        }
        failures.since(failuresSince, (id, at) -> causes.add(new Cause(id, at)));
        if (!changeId.isEmpty()) {
            causes.add(new Cause(changeId, changedAt));
        }
        if (now != null) {
            causes.add(new Cause(EventTrail.kept(now.eventId()), now.at().toEpochMilli()));
        }
        List<String> ids = causes.stream()
                .sorted(Comparator.comparingLong(Cause::at))
                .map(Cause::id)
                .distinct()
                .toList();
        return ids.subList(Math.max(0, ids.size() - MOST), ids.size());
    }

    private record Cause(String id, long at) {}

    public void write(StateWriter out) {
        tickets.write(out);
        failures.write(out);
        out.text(changeId).instant(changedAt);
    }

    public static Causes read(StateReader in) {
        Causes read = new Causes();
        read.tickets = EventTrail.read(in);
        read.failures = EventTrail.read(in);
        read.changeId = in.text();
        read.changedAt = in.instant();
        return read;
    }
}
