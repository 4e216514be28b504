package dev.latido.simulator;

import dev.latido.simulator.business.Fact;
import dev.latido.simulator.shape.Defect;

/** A fact on its way, not yet written as a record. */
record Parcel(Fact fact, long deliveredAt, Defect defect) implements Comparable<Parcel> {

    @Override
    public int compareTo(Parcel other) {
        int byTime = Long.compare(deliveredAt, other.deliveredAt);
        if (byTime != 0) {
            return byTime;
        }
        int byCustomer =
                Integer.compare(fact.identity().number(), other.fact.identity().number());
        if (byCustomer != 0) {
            return byCustomer;
        }
        int bySequence = Long.compare(fact.sequence(), other.fact.sequence());
        return bySequence != 0 ? bySequence : defect.compareTo(other.defect);
    }
}
