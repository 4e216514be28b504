/** A simulated business played through a real Kafka and a real Flink in this process, and shown while it runs. */
@NullMarked
package dev.latido.demo;

import org.jspecify.annotations.NullMarked;
