/** Flink in this process. */
@NullMarked
package dev.latido.embedded;

import org.jspecify.annotations.NullMarked;
