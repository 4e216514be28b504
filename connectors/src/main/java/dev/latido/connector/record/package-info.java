/** What goes between the outside's bytes and the events of a job: a record's origin, and what became of it. */
@NullMarked
package dev.latido.connector.record;

import org.jspecify.annotations.NullMarked;
