package dev.latido.connector.metrics;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;

/** The HTTP server that Prometheus reads metrics from. */
final class MetricEndpoint implements AutoCloseable {

    private final HTTPServer server;
    private final URI address;

    private MetricEndpoint(HTTPServer server, URI address) {
        this.server = server;
        this.address = address;
    }

    /** A server at the first port of the range that is free. */
    static MetricEndpoint open(String host, PortRange ports, MetricStore store) throws MetricEndpointException {
        PrometheusRegistry registry = new PrometheusRegistry();
        registry.register(store);
        String reason = "";
        for (int port = ports.first(); port <= ports.last(); port++) {
            try {
                HTTPServer server = HTTPServer.builder()
                        .hostname(host)
                        .port(port)
                        .registry(registry)
                        .buildAndStart();
                return new MetricEndpoint(server, URI.create("http://" + host + ":" + server.getPort() + "/metrics"));
            } catch (BindException e) {
                reason = e.getMessage();
            } catch (IOException | RuntimeException e) {
                throw new MetricEndpointException(
                        "Metrics cannot be served at " + host + ":" + ports + ": " + e.getMessage() + ".", e);
            }
        }
        throw new MetricEndpointException("Metrics cannot be served at " + host + ":" + ports + ": " + reason + ".");
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        server.close();
    }
}
