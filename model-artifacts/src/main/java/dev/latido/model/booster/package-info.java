/** Reading XGBoost models: what a model file says, or one sentence that says why it cannot be used. */
@NullMarked
package dev.latido.model.booster;

import org.jspecify.annotations.NullMarked;
