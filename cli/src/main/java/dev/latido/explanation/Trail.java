package dev.latido.explanation;

import dev.latido.rule.Condition;
import dev.latido.rule.KeptEvent;
import dev.latido.rule.Match;
import dev.latido.rule.Occurrence;
import dev.latido.rule.Sequence;
import dev.latido.rule.engine.MatchTrace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows the search for matches, and keeps what explains why there was none: little, however long the search. */
final class Trail implements MatchTrace {

    private static final int MOST_OVERLAPPED = 10;
    private static final Match NOTHING = new Match(List.of());

    private final Sequence sequence;
    private final Refusals atStart = new Refusals();
    private @Nullable Furthest furthest;
    private Match latest = NOTHING;
    private long latestAt;
    private List<Match> latestOverlapped = List.of();
    private final List<Match> overlapped = new ArrayList<>();

    Trail(Sequence sequence) {
        this.sequence = sequence;
    }

    /** Events that could have begun a match. */
    Refusals atStart() {
        return atStart;
    }

    /** Null where nothing has begun since the last match. */
    @Nullable
    Furthest furthest() {
        return furthest;
    }

    /** The whole match that was found last. */
    Match latest() {
        return latest;
    }

    /** When that match was known. */
    long latestAt() {
        return latestAt;
    }

    /** Beginnings with other events that were dropped because they overlap that match, at most a few of them. */
    List<Match> latestOverlapped() {
        return latestOverlapped;
    }

    @Override
    public void moved(Match soFar, String step, Occurrence now) {
        Furthest moved = new Furthest(soFar);
        if (furthest == null || moved.isAsFarAs(furthest, sequence)) {
            furthest = moved;
        }
    }

    @Override
    public void refused(Match soFar, String step, Condition condition, Occurrence now) {
        if (soFar.steps().isEmpty()) {
            atStart.add(step, condition, now, soFar);
        } else if (furthest != null && furthest.match().equals(soFar)) {
            furthest.refusals().add(step, condition, now, soFar);
        }
    }

    @Override
    public void matched(Match match, long at) {
        latest = match;
        latestAt = at;
        latestOverlapped = List.copyOf(overlapped);
        overlapped.clear();
        furthest = null;
    }

    @Override
    public void ended(Match partial, String negated, Occurrence now) {
        end(partial, new Ending.Forbidden(now.place(), negated, now.event()));
    }

    @Override
    public void broken(Match partial, List<String> awaited, Occurrence now) {
        end(partial, new Ending.Broken(now.place(), awaited, now.event()));
    }

    @Override
    public void timedOut(Match partial, List<String> awaited, long at) {
        end(partial, new Ending.TimedOut(at));
    }

    @Override
    public void pruned(Match partial, Match match, long at) {
        if (overlapped.size() < MOST_OVERLAPPED && !events(match).containsAll(events(partial))) {
            overlapped.add(partial);
        }
    }

    private static List<KeptEvent> events(Match match) {
        return match.steps().stream().flatMap(step -> step.events().stream()).toList();
    }

    private void end(Match partial, Ending ending) {
        if (furthest != null && furthest.match().equals(partial)) {
            furthest.end(ending);
        }
    }
}
