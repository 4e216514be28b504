/** The health of one customer: what is counted, the score made of it, and the signals it gives. */
@NullMarked
package dev.latido.health;

import org.jspecify.annotations.NullMarked;
