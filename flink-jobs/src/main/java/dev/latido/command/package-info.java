/** Commands that people give to the running job. */
@NullMarked
package dev.latido.command;

import org.jspecify.annotations.NullMarked;
