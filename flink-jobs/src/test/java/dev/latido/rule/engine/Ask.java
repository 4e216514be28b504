package dev.latido.rule.engine;

import dev.latido.event.CustomerEvent;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/** What a test asks of an event, put to Flink CEP and to the matcher in the same words. */
interface Ask extends Serializable {

    /**
     * Whether it holds.
     *
     * @param amounts of the events that a step has matched so far
     */
    boolean of(CustomerEvent event, Function<String, List<Long>> amounts);
}
