/** How operators count records. */
@NullMarked
package dev.latido.metric;

import org.jspecify.annotations.NullMarked;
