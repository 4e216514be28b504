package dev.latido.rule.expression.direct;

import dev.latido.rule.MatchedEvents;
import dev.latido.rule.Occurrence;
import org.jspecify.annotations.Nullable;

/** Something that has a value: a text, a number, true or false, an instant, a list of texts. */
interface Term {

    /** Null where it cannot be computed. */
    @Nullable
    Object of(Occurrence now, MatchedEvents soFar);
}
