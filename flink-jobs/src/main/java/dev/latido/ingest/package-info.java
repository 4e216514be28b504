/** From what a source has decoded to events with their place in the order: late or not, and counted. */
@NullMarked
package dev.latido.ingest;

import org.jspecify.annotations.NullMarked;
