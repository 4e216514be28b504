/** How state becomes bytes: a compact writer, its reader, and the hash that stands for a text. */
@NullMarked
package dev.latido.state;

import org.jspecify.annotations.NullMarked;
