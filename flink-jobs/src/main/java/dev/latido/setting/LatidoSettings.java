package dev.latido.setting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.latido.alert.AlertConfig;
import dev.latido.customer.CustomerPolicy;
import dev.latido.customer.DuplicateConfig;
import dev.latido.health.Catalogue;
import dev.latido.health.HealthConfig;
import dev.latido.health.Scorecard;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything an operator may change without a rebuild; one field per block of {@code latido.yaml}. */
public record LatidoSettings(
        KafkaSettings kafka,
        Map<String, SourceSettings> sources,
        OutputSettings outputs,
        CommandSettings commands,
        TimeSettings time,
        JobSettings job,
        MetricSettings metrics,
        Scorecard health,
        AlertConfig alerts,
        DuplicateConfig duplicates,
        List<String> catalogue)
        implements Serializable {

    public LatidoSettings {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("sources is empty; at least one source is needed");
        }
        sources.forEach((name, source) -> source.validate(name));
        if (sources.values().stream().allMatch(SourceSettings::sparse)) {
            throw new IllegalArgumentException(
                    "sources are all sparse; at least one with sparse: false is needed, which event time follows");
        }
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        var unused = new Catalogue(catalogue); // refuses an empty one and repeated names
        catalogue = List.copyOf(catalogue);
    }

    /** The numbers by which customers are evaluated. */
    @JsonIgnore
    public CustomerPolicy policy() {
        return new CustomerPolicy(new HealthConfig(health, new Catalogue(catalogue)), alerts, duplicates);
    }
}
