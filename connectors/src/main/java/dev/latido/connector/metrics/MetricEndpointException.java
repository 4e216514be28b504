package dev.latido.connector.metrics;

/** Metrics cannot be served; its message is one sentence for the person who started the program. */
final class MetricEndpointException extends Exception {

    private static final long serialVersionUID = 1L;

    MetricEndpointException(String sentence) {
        super(sentence);
    }

    MetricEndpointException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
