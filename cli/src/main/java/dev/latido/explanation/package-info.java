/** Why a rule fired for a customer, and why not. */
@NullMarked
package dev.latido.explanation;

import org.jspecify.annotations.NullMarked;
