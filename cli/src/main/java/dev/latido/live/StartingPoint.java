package dev.latido.live;

import static java.util.Objects.requireNonNull;

/** Where a run begins: what the customers' state is, and which records are read first. */
public sealed interface StartingPoint {

    /** State and places in the input are those of a snapshot. */
    record Resumed(Snapshot snapshot) implements StartingPoint {
        public Resumed {
            requireNonNull(snapshot, "snapshot");
        }
    }

    /** No state; the input from where the consumer group stands, which for a new group is the oldest record. */
    record New() implements StartingPoint {}

    /** No state; the input from its oldest record. */
    record Fresh() implements StartingPoint {}
}
