/** Compact, versioned binary forms of the records that travel between operators. */
@NullMarked
package dev.latido.codec;

import org.jspecify.annotations.NullMarked;
