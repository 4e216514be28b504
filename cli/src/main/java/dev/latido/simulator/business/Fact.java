package dev.latido.simulator.business;

/** Something that happened and that one of the tools will tell. Immutable. */
public sealed interface Fact permits Click, BillingFact, TicketFact, Opinion {

    /** Whose it is. */
    Identity identity();

    /** When it happened, milliseconds since 1970-01-01 UTC. */
    long at();

    /** Counts the customer's facts; with the customer it makes the event's id. */
    long sequence();

    /** When the batch began with which it travels: facts of one batch are offline together. */
    default long batch() {
        return at();
    }

    /** A number that is this fact's own: the id of its event is made from it. */
    default long fingerprint() {
        return Chance.mix(identity().salt(), sequence());
    }
}
