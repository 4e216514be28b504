package dev.latido.model.artifact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@link Manifest}s as YAML; the same manifest gives the same bytes. */
public final class ManifestYaml {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private ManifestYaml() {}

    /**
     * Reads a manifest; keys that are not known are refused.
     *
     * @throws UnusableArtifactException with a sentence that names the file and the key
     */
    static Manifest read(byte[] content) throws UnusableArtifactException {
        try {
            JsonNode tree = YAML.readTree(content);
            if (!tree.isObject()) {
                throw new UnusableArtifactException(ArtifactFiles.MANIFEST + " does not hold keys with values.");
            }
            return manifest(tree);
        } catch (IOException e) {
            String reason = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
            throw new UnusableArtifactException(
                    ArtifactFiles.MANIFEST + " is not valid YAML" + line(e) + ": " + firstLine(reason) + ".", e);
        }
    }

    private static Manifest manifest(JsonNode tree) throws UnusableArtifactException {
        try {
            return YAML.treeToValue(tree, Manifest.class);
        } catch (JsonProcessingException e) {
            throw new UnusableArtifactException(ArtifactFiles.MANIFEST + " is wrong: " + fault(e, tree) + ".", e);
        }
    }

    /** Writes a manifest in UTF-8. */
    public static byte[] write(Manifest manifest) {
        try {
            return YAML.writeValueAsString(manifest).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fault(JsonProcessingException e, JsonNode tree) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return key(unknown) + " is not known; allowed are "
                    + String.join(
                            ", ",
                            new TreeSet<>(unknown.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .toList()));
        }
        if (e instanceof ValueInstantiationException invalid && invalid.getCause() != null) {
            return String.valueOf(invalid.getCause().getMessage());
        }
        if (e instanceof JsonMappingException mapping) {
            JsonNode found = tree;
            for (JsonMappingException.Reference step : mapping.getPath()) {
                found = step.getFieldName() == null ? found.path(step.getIndex()) : found.path(step.getFieldName());
            }
            boolean isMissing = found.isMissingNode() || found.isNull();
            return key(mapping) + (isMissing ? " is missing" : " cannot be " + shortened(found.toString()));
        }
        return firstLine(e.getOriginalMessage());
    }

    private static String key(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String line(IOException e) {
        return e instanceof JsonProcessingException json && json.getLocation() != null
                ? " at line " + json.getLocation().getLineNr()
                : "";
    }

    private static String shortened(String text) {
        int most = 60;
        return text.length() <= most ? text : text.substring(0, most) + "...";
    }

    private static String firstLine(@Nullable String text) {
        return text == null ? "unknown" : text.lines().findFirst().orElse("unknown");
    }
}
