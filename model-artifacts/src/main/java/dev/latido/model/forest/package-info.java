/** Scoring in plain Java: the trees of a model flattened into arrays, with the margins that XGBoost gives, bit by bit. */
@NullMarked
package dev.latido.model.forest;

import org.jspecify.annotations.NullMarked;
