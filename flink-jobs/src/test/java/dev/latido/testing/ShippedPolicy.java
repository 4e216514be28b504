package dev.latido.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.latido.alert.AlertConfig;
import dev.latido.customer.CustomerPolicy;
import dev.latido.customer.DuplicateConfig;
import dev.latido.feature.FeatureConfig;
import dev.latido.health.Catalogue;
import dev.latido.health.HealthConfig;
import dev.latido.health.Scorecard;
import dev.latido.rule.RuleConfig;
import dev.latido.scoring.ModelConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The policy of the settings as they are shipped. */
public final class ShippedPolicy {

    public static final CustomerPolicy POLICY = policy(file());

    private ShippedPolicy() {}

    /** The settings as a tree, for a test to change. */
    public static ObjectNode file() {
        try {
            return (ObjectNode)
                    strict().readTree(Path.of("../config/latido.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The policy that settings make; unknown and missing keys are refused. */
    public static CustomerPolicy policy(ObjectNode file) {
        try {
            return new CustomerPolicy(
                    new HealthConfig(
                            strict().treeToValue(file.required("health"), Scorecard.class),
                            new Catalogue(strict().treeToValue(
                                            file.required("catalogue"), new TypeReference<List<String>>() {}))),
                    strict().treeToValue(file.required("alerts"), AlertConfig.class),
                    strict().treeToValue(file.required("duplicates"), DuplicateConfig.class),
                    strict().treeToValue(file.required("rules"), RuleConfig.class),
                    strict().treeToValue(file.required("features"), FeatureConfig.class),
                    strict().treeToValue(file.required("models"), ModelConfig.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static ObjectMapper strict() {
        return YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .build();
    }
}
