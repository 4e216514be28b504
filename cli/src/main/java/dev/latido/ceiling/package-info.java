/** How good a model is on simulated customers, beside how good one could be that knew what the simulator hides. */
@NullMarked
package dev.latido.ceiling;

import org.jspecify.annotations.NullMarked;
