/** The job over an existing Kafka, in this process, with state that outlives the process. */
@NullMarked
package dev.latido.live;

import org.jspecify.annotations.NullMarked;
