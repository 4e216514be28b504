/** The {@code latido} command. */
@NullMarked
package dev.latido.cli;

import org.jspecify.annotations.NullMarked;
