/** How fast sequences are found in events, beside stock Flink CEP. */
@NullMarked
package dev.latido.bench.rules;

import org.jspecify.annotations.NullMarked;
