/** Files as one bounded source, read in the order of event time. */
@NullMarked
package dev.latido.connector.replay;

import org.jspecify.annotations.NullMarked;
