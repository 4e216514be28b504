/** How good predictions were, and how far values have drifted from those before. */
@NullMarked
package dev.latido.model.evaluation;

import org.jspecify.annotations.NullMarked;
