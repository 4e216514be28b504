package dev.latido.rule.engine;

import static java.util.stream.Collectors.joining;

import dev.latido.rule.Condition;
import dev.latido.rule.KeptEvent;
import dev.latido.rule.Match;
import dev.latido.rule.MatchListener;
import dev.latido.rule.Occurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes down in short sentences all that a matcher tells. */
record Told(List<String> sentences) implements MatchListener, MatchTrace {

    Told() {
        this(new ArrayList<>());
    }

    private static String text(Match match) {
        return match.steps().stream()
                .map(step -> step.name() + "="
                        + step.events().stream().map(KeptEvent::eventId).collect(joining("+")))
                .collect(joining(" "));
    }

    private void told(Object... words) {
        sentences.add(Stream.of(words).map(String::valueOf).collect(joining(" ")));
    }

    @Override
    public void matched(Match match, long at) {
        told("matched", text(match), "at", at);
    }

    @Override
    public void timedOut(Match partial, long at) {
        told("timed out", text(partial), "at", at);
    }

    @Override
    public void dropped(int count) {
        told("dropped", count);
    }

    @Override
    public void moved(Match soFar, String step, Occurrence now) {
        told("moved to", step, "with", text(soFar));
    }

    @Override
    public void refused(Match soFar, String step, Condition condition, Occurrence now) {
        told(step, "refused", now.event().eventId(), "after", text(soFar), "for", condition.text());
    }

    @Override
    public void ended(Match partial, String negated, Occurrence now) {
        told(negated, "ended", text(partial), "with", now.event().eventId());
    }

    @Override
    public void broken(Match partial, List<String> awaited, Occurrence now) {
        told(now.event().eventId(), "broke", text(partial), "which awaited", awaited);
    }

    @Override
    public void timedOut(Match partial, List<String> awaited, long at) {
        told(text(partial), "awaited", awaited, "until", at);
    }

    @Override
    public void pruned(Match partial, Match match, long at) {
        told("pruned", text(partial), "for", text(match), "at", at);
    }
}
