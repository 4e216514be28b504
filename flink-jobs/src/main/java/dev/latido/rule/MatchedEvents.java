package dev.latido.rule;

import java.util.List;

/** The events that a partial match has matched so far. */
public interface MatchedEvents {

    /** Those of one step, oldest first; empty where the step has matched nothing (yet). */
    List<KeptEvent> of(String step);
}
