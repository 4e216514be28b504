/** Trying rules before they count: the files they come in, the cases beside them, and what is odd about them. */
@NullMarked
package dev.latido.trial;

import org.jspecify.annotations.NullMarked;
