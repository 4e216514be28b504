package dev.latido.setting;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.latido.model.scorer.MissingNativeLibraryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@link LatidoSettings}: the shipped {@code latido.yaml}, a file laid over it, and the environment over both. */
public final class SettingsLoader {

    private static final String DEFAULTS = "latido.yaml";

    private static final ObjectMapper YAML = YAMLMapper.builder(new YAMLFactory())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private SettingsLoader() {}

    /**
     * Loads the settings.
     *
     * @param overlay a file with the settings that differ from the shipped ones; null for none
     * @param environment variables, of which those that begin with {@code LATIDO_} override single settings
     * @throws SettingsException when a file cannot be read or a setting is wrong
     */
    public static LatidoSettings load(@Nullable Path overlay, Map<String, String> environment)
            throws SettingsException {
        ObjectNode tree = defaults();
        if (overlay != null) {
            SettingsTree.overlay(tree, read(overlay));
        }
        SettingsTree.override(tree, environment);
        try {
            LatidoSettings settings = YAML.treeToValue(tree, LatidoSettings.class);
            settings.models().scorerChoice().require();
            return settings;
        } catch (MissingNativeLibraryException e) {
            throw new SettingsException("models.scorer is \"xgboost4j\"; allowed here is forest. " + e.getMessage());
        } catch (JsonProcessingException e) {
            throw new SettingsException("Wrong setting" + (overlay == null ? "" : " (with " + overlay + ")") + ": "
                    + SettingsFault.explain(e, tree) + ".");
        }
    }

    private static ObjectNode defaults() throws SettingsException {
        String name = ShippedConfig.describe(DEFAULTS);
        try (InputStream in = ShippedConfig.open(DEFAULTS)) {
            if (in == null) {
                throw new SettingsException("The shipped settings " + name + " are missing from this installation.");
            }
            return object(name, YAML.readTree(in));
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static ObjectNode read(Path file) throws SettingsException {
        if (Files.isDirectory(file)) {
            throw new SettingsException("The settings file " + file + " is a directory.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            JsonNode tree = YAML.readTree(in);
            return tree.isMissingNode() || tree.isNull() ? YAML.createObjectNode() : object(file.toString(), tree);
        } catch (NoSuchFileException e) {
            throw new SettingsException("The settings file " + file + " does not exist.");
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    private static ObjectNode object(String name, JsonNode tree) throws SettingsException {
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw new SettingsException("The settings file " + name + " does not hold keys with values.");
    }

    private static SettingsException unreadable(String name, IOException e) {
        if (e instanceof JsonProcessingException json && json.getLocation() != null) {
            return new SettingsException("The settings file " + name + " is not valid YAML at line "
                    + json.getLocation().getLineNr() + ": " + firstLine(json.getOriginalMessage()));
        }
        return new SettingsException("The settings file " + name + " cannot be read: " + e.getMessage());
    }

    private static String firstLine(@Nullable String text) {
        return text == null ? "unknown" : text.lines().findFirst().orElse("");
    }
}
