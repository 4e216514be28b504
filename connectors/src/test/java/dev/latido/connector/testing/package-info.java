/** What the tests of the connectors share. */
@NullMarked
package dev.latido.connector.testing;

import org.jspecify.annotations.NullMarked;
