/** How much faster rows are scored than by other libraries, on the same model and with the same results. */
@NullMarked
package dev.latido.bench.score;

import org.jspecify.annotations.NullMarked;
