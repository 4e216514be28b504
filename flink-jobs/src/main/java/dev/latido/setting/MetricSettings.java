package dev.latido.setting;

import java.io.Serializable;

/**
 * The {@code metrics} block.
 *
 * @param host address that Prometheus scrapes; loopback unless set otherwise
 * @param port 0 for any free port
 */
public record MetricSettings(String host, int port) implements Serializable {

    public MetricSettings {
        Require.text("metrics.host", host);
        Require.between("metrics.port", port, 0, 65_535);
    }
}
