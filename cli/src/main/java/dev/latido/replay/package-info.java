/** The files that a replay writes: sorted lines for each output of the job, and a summary. */
@NullMarked
package dev.latido.replay;

import org.jspecify.annotations.NullMarked;
