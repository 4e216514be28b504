package dev.latido.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.latido.control.FoundArtifact;
import dev.latido.feature.Feature;
import dev.latido.model.artifact.ArtifactDirectory;
import dev.latido.model.artifact.ModelArtifact;
import dev.latido.scoring.ModelChange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedModelsTest {

    private static final Path SHIPPED = Path.of("../model-artifacts/src/main/resources/models");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void everyModelThatIsThereIsWrittenWhereTheJobCanReadIt() throws Exception {
        TestModel.write(directory.resolve("jar/models/ltv"), "ltv", "7");

        assertThat(ShippedModels.writeTo(directory.resolve("out"), this::open))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.model()).isEqualTo("ltv");
                    assertThat(change.effectiveAt()).isEqualTo(ModelChange.AT_ONCE);
                    assertThat(change.active())
                            .isEqualTo(FoundArtifact.at(
                                            directory.resolve("out/ltv").toString())
                                    .ref());
                });
    }

    @Test
    void churnValueAndUpsellAreShippedAndCanBeUsed() throws Exception {
        // What is written is read again and checked, golden rows bit by bit.
        assertThat(ShippedModels.writeTo(directory))
                .extracting(ModelChange::model)
                .containsExactly("churn", "ltv", "upsell");
    }

    @ParameterizedTest
    @ValueSource(strings = {"churn", "ltv", "upsell"})
    void aShippedModelSaysThatItsCustomersAreMadeUpAndIsSmall(String name) throws Exception {
        Path place = SHIPPED.resolve(name);

        assertThat(place.resolve("MODEL_CARD.md"))
                .content()
                .contains("simulator")
                .contains("demo");
        assertThat(place.resolve("report.html")).isNotEmptyFile();
        try (Stream<Path> files = Files.list(place)) {
            assertThat(files).allSatisfy(file -> assertThat(Files.size(file)).isLessThan(500_000));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"churn", "ltv", "upsell"})
    void aShippedModelAsksForFeaturesOfTheJobAndGivesTheMarginsOfItsGoldenRows(String name) throws Exception {
        // Reading compares the golden rows bit by bit, and fails where one is another.
        ModelArtifact model = ArtifactDirectory.read(SHIPPED.resolve(name));

        assertThat(model.manifest().name()).isEqualTo(name);
        assertThatCode(() -> model.requireFeatures(
                        Feature.ALL.stream().map(Feature::text).collect(Collectors.toSet())))
                .doesNotThrowAnyException();
    }

    @Test
    void withoutModelsThereIsNothingToAnnounce() throws Exception {
        assertThat(ShippedModels.writeTo(directory.resolve("out"), name -> null))
                .isEmpty();
    }

    private @Nullable InputStream open(String name) {
        try {
            Path file = directory.resolve("jar").resolve(name);
            return Files.exists(file) ? Files.newInputStream(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
