/** Finds sequences of events in what a customer does, with the semantics of Flink CEP. */
@NullMarked
package dev.latido.rule.engine;

import org.jspecify.annotations.NullMarked;
