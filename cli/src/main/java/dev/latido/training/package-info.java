/** What the job recorded of its customers, made into rows to learn from. */
@NullMarked
package dev.latido.training;

import org.jspecify.annotations.NullMarked;
