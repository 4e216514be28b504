/** What a model is. Empty until the first model is trained. */
@NullMarked
package dev.latido.model;

import org.jspecify.annotations.NullMarked;
