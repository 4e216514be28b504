package dev.latido.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.control.FoundArtifact;
import dev.latido.scoring.ModelChange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedModelsTest {

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
