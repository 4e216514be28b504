package dev.latido.rule.expression.direct;

import dev.latido.rule.MatchedEvents;
import dev.latido.rule.Occurrence;

/** A condition, or a part of one, that is ready to be tried. */
public interface Test {

    Truth of(Occurrence now, MatchedEvents soFar);
}
