/** What is remembered of events in bounded memory. Days are those of UTC; the last n days are today and the n - 1 before. */
@NullMarked
package dev.latido.memory;

import org.jspecify.annotations.NullMarked;
