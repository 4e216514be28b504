/** The one place that keeps event time for all customers, and says from when on a change of a rule holds. */
@NullMarked
package dev.latido.control;

import org.jspecify.annotations.NullMarked;
