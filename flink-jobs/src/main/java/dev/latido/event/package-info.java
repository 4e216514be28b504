/** Wire contracts: one public record per stream, of plain types. */
@NullMarked
package dev.latido.event;

import org.jspecify.annotations.NullMarked;
