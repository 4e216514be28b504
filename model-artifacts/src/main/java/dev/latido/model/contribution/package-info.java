/** What each feature of a row adds to its margin. */
@NullMarked
package dev.latido.model.contribution;

import org.jspecify.annotations.NullMarked;
