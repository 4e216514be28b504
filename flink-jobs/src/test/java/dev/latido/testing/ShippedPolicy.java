package dev.latido.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.latido.alert.AlertConfig;
import dev.latido.customer.CustomerPolicy;
import dev.latido.customer.DuplicateConfig;
import dev.latido.health.Catalogue;
import dev.latido.health.HealthConfig;
import dev.latido.health.Scorecard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The policy of the settings as they are shipped. */
public final class ShippedPolicy {

    public static final CustomerPolicy POLICY = read();

    private ShippedPolicy() {}

    private static CustomerPolicy read() {
        ObjectMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .build();
        try {
            JsonNode file = mapper.readTree(Path.of("../config/latido.yaml").toFile());
            return new CustomerPolicy(
                    new HealthConfig(
                            mapper.treeToValue(file.required("health"), Scorecard.class),
                            new Catalogue(mapper.convertValue(
                                    file.required("catalogue"), new TypeReference<List<String>>() {}))),
                    mapper.treeToValue(file.required("alerts"), AlertConfig.class),
                    mapper.treeToValue(file.required("duplicates"), DuplicateConfig.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
