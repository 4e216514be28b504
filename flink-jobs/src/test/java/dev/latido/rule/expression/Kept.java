package dev.latido.rule.expression;

import dev.latido.event.Kind;
import dev.latido.rule.KeptEvent;
import dev.latido.rule.Match;
import dev.latido.rule.Match.MatchedStep;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Events that a partial match has kept, for tests. */
final class Kept {

    static final Match NOTHING = new Match(List.of());

    private Kept() {}

    static KeptEvent event(String id, String name, String time, long amount, Map<String, String> attributes) {
        long at = Instant.parse(time).toEpochMilli();
        return new KeptEvent(id, Kind.PAYMENT_FAILED, name, "ada", at, at, amount, attributes, Map.of());
    }

    static Match step(String name, KeptEvent... events) {
        return new Match(List.of(new MatchedStep(name, Arrays.asList(events))));
    }
}
