package dev.latido.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Path;

/** What {@code config/schemas/model-artifact.schema.json} says of manifests. */
public final class ManifestSchema {

    private static final Path SCHEMA = Path.of("../config/schemas/model-artifact.schema.json");

    private ManifestSchema() {}

    /** Fails unless the manifest in a directory is what the schema says. */
    public static void check(Path directory) throws IOException {
        JsonNode schema = new ObjectMapper().readTree(SCHEMA.toFile());
        JsonNode manifest =
                new YAMLMapper().readTree(directory.resolve("artifact.yaml").toFile());

        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(
                                manifest,
                                context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)))
                .isEmpty();
    }
}
