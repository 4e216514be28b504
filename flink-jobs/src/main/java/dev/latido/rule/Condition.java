package dev.latido.rule;

import java.util.Set;

/** What must hold for an event to match a step. A function of its arguments alone; used by one thread at a time. */
public interface Condition {

    /** Whether it holds; what cannot be computed (an attribute that is not there) does not hold. */
    boolean holds(Occurrence now, MatchedEvents soFar);

    /** The names of which the event must have one for this to hold at all; empty where any name may do. */
    Set<String> names();

    /** What it reads of the customer. */
    Set<CustomerField> reads();

    /** The counts of days that it asks of the customer, where the days are written out. */
    Set<DaysUsed> daysUsed();

    /** Whether it reads what steps have matched; where it does not, it holds of an event for all partial matches or none. */
    boolean readsSteps();

    /** The expression as it was written. */
    String text();
}
