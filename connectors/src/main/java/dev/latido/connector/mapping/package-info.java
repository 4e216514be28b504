/** Source mappings: what a {@code config/sources/<name>.yaml} says, and the decoder that turns records into events by it. */
@NullMarked
package dev.latido.connector.mapping;

import org.jspecify.annotations.NullMarked;
