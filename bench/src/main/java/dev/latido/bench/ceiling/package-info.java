/** How good a model of churn is on simulated customers, beside the best that one could be. */
@NullMarked
package dev.latido.bench.ceiling;

import org.jspecify.annotations.NullMarked;
