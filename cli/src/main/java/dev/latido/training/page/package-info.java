/** The page that shows how good a trained model is. */
@NullMarked
package dev.latido.training.page;

import org.jspecify.annotations.NullMarked;
