/** What customers' subtasks count of the scores that models give, and what one customer's scores came to. */
@NullMarked
package dev.latido.watch.tally;

import org.jspecify.annotations.NullMarked;
