/** Scoring of whole tables. */
@NullMarked
package dev.latido.model.batch;

import org.jspecify.annotations.NullMarked;
