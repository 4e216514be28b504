/** What is remembered of each model's scores, and the statistics of it. */
@NullMarked
package dev.latido.watch.history;

import org.jspecify.annotations.NullMarked;
