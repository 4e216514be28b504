/** Alerts for people: when one opens, rises and is resolved, what caused it, and how it is worded. */
@NullMarked
package dev.latido.alert;

import org.jspecify.annotations.NullMarked;
