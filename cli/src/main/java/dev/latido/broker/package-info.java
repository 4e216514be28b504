/** A Kafka broker inside this process, for the demo and for tests. */
@NullMarked
package dev.latido.broker;

import org.jspecify.annotations.NullMarked;
