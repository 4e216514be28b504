/** The Kafka ends of a job: a source that decodes, a sink that routes, and the topics between. */
@NullMarked
package dev.latido.connector.kafka;

import org.jspecify.annotations.NullMarked;
