/** Models that score customers: which are in force at an instant, and what is said of changes of them. */
@NullMarked
package dev.latido.scoring;

import org.jspecify.annotations.NullMarked;
