/** Metrics of a job and of Flink itself, in the form that Prometheus reads. */
@NullMarked
package dev.latido.connector.metrics;

import org.jspecify.annotations.NullMarked;
