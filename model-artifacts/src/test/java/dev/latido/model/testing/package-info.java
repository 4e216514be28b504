/** Models that XGBoost4J trained for a test, and rows to score. */
@NullMarked
package dev.latido.model.testing;

import org.jspecify.annotations.NullMarked;
