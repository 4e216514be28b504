package dev.latido.rule;

/** Takes what looking for a sequence brings to light. */
public interface MatchListener {

    /**
     * A whole match.
     *
     * @param at instant at which it is known, milliseconds since 1970-01-01 UTC: the last event's place, or the end of an
     *     absence
     */
    void matched(Match match, long at);

    /**
     * The beginning of a match that was not completed in time.
     *
     * @param at instant at which the time was up
     */
    void timedOut(Match partial, long at);

    /** Partial matches that were dropped because there were too many. */
    void dropped(int count);
}
