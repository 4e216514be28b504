/** Scoring behind one port, by this module's own forest or by XGBoost4J. */
@NullMarked
package dev.latido.model.scorer;

import org.jspecify.annotations.NullMarked;
