/** How a model is trained with XGBoost, and what becomes its artifact. */
@NullMarked
package dev.latido.model.training;

import org.jspecify.annotations.NullMarked;
