/** What a rule says: a sequence of events to be found in what a customer does. */
@NullMarked
package dev.latido.rule;

import org.jspecify.annotations.NullMarked;
