/** What a person may change in the running job, and how such changes are ordered, whatever it is that they change. */
@NullMarked
package dev.latido.change;

import org.jspecify.annotations.NullMarked;
