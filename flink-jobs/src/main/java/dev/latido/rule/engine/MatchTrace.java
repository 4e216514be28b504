package dev.latido.rule.engine;

import dev.latido.rule.Condition;
import dev.latido.rule.Match;
import dev.latido.rule.Occurrence;
import java.util.List;

/** Is told what becomes of each partial match, so that a match that did not come about can be explained. */
public interface MatchTrace {

    /**
     * An event was taken for a step.
     *
     * @param soFar the events taken, this one included
     */
    void moved(Match soFar, String step, Occurrence now);

    /**
     * An event had a kind that a step waits for, but not what the step asks besides.
     *
     * @param soFar the events taken before; none where the step would have been the first
     * @param condition did not hold
     */
    void refused(Match soFar, String step, Condition condition, Occurrence now);

    /** A partial match ended because an event came that a negated step forbids. */
    void ended(Match partial, String negated, Occurrence now);

    /** A partial match ended because it could go on only with the very next event, and that was another. */
    void broken(Match partial, List<String> awaited, Occurrence now);

    /**
     * The time was up.
     *
     * @param awaited the steps of which the next event could have been
     */
    void timedOut(Match partial, List<String> awaited, long at);

    /** A partial match, or a whole one, was dropped because it overlapped another match. */
    void pruned(Match partial, Match match, long at);
}
