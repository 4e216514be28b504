/** What tests of several packages share. */
@NullMarked
package dev.latido.testing;

import org.jspecify.annotations.NullMarked;
