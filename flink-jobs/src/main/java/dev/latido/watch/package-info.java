/** The watch over models: whether their input drifts, what a challenger would change, how good their scores were. */
@NullMarked
package dev.latido.watch;

import org.jspecify.annotations.NullMarked;
