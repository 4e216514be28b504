/** The health contract written a second time, as plainly as possible, to check the product against; and streams to check on. */
@NullMarked
package dev.latido.reference;

import org.jspecify.annotations.NullMarked;
