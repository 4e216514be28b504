package dev.latido.simulator.business;

/**
 * A ticket that was opened or that changed its status.
 *
 * @param previous the same as the current one where the ticket is new
 */
public record TicketFact(Identity identity, long at, long sequence, Ticket ticket, Status previous, Status current)
        implements Fact {

    /** The states of a ticket that occur here. */
    public enum Status {
        NEW,
        OPEN,
        SOLVED
    }
}
