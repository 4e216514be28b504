/** How results leave the job: as JSON, each with its stream and key. */
@NullMarked
package dev.latido.publish;

import org.jspecify.annotations.NullMarked;
