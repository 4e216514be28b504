/** Finds the values that pointers name in a record's bytes, and says what is wrong with bytes that are not well-formed. */
@NullMarked
package dev.latido.connector.scan;

import org.jspecify.annotations.NullMarked;
