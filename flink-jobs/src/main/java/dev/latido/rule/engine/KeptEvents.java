package dev.latido.rule.engine;

import dev.latido.event.Kind;
import dev.latido.rule.KeptEvent;
import dev.latido.rule.Match;
import dev.latido.rule.Match.MatchedStep;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events that are remembered, to bytes and back. */
public final class KeptEvents {

    private KeptEvents() {}

    public static void write(Match match, StateWriter out) {
        out.number(match.steps().size());
        for (MatchedStep step : match.steps()) {
            out.text(step.name()).number(step.events().size());
            step.events().forEach(event -> write(event, out));
        }
    }

    public static Match readMatch(StateReader in) {
        List<MatchedStep> steps = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            String name = in.text();
            List<KeptEvent> events = new ArrayList<>();
            for (int more = in.count(); more > 0; more--) {
                events.add(read(in));
            }
            steps.add(new MatchedStep(name, events));
        }
        return new Match(steps);
    }

    static void write(KeptEvent event, StateWriter out) {
        out.text(event.eventId()).number(event.kind().code()).text(event.name()).text(event.userId());
        out.instant(event.at()).signed(event.place() - event.at()).signed(event.amountCents());
        write(event.attributes(), out);
        write(event.facts(), out);
    }

    static KeptEvent read(StateReader in) {
        String id = in.text();
        Kind kind = Kind.ofCode((int) in.number());
        String name = in.text();
        String user = in.text();
        long at = in.instant();
        long place = at + in.signed();
        return new KeptEvent(id, kind, name, user, at, place, in.signed(), readEntries(in), readEntries(in));
    }

    private static void write(Map<String, String> entries, StateWriter out) {
        out.number(entries.size());
        entries.forEach((name, value) -> out.text(name).text(value));
    }

    private static Map<String, String> readEntries(StateReader in) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (int left = in.count(); left > 0; left--) {
            entries.put(in.text(), in.text());
        }
        return EventKeeper.compact(entries);
    }
}
