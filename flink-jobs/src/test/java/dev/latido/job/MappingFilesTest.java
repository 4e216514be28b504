package dev.latido.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.setting.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingFilesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"latido", "segment", "stripe", "zendesk", "zendesk-tickets"})
    void aShippedMappingIsFoundByItsName(String name) throws SettingsException {
        assertThat(MappingFiles.load(name)).isNotNull();
    }

    @Test
    void anotherMappingIsFoundByItsPath() throws Exception {
        Path file = Files.writeString(
                folder.resolve("shop.yaml"),
                "customer: /c\ntime: {pointer: /t, unit: epoch-seconds}\nkinds: [{kind: LOGIN}]\n");

        assertThat(MappingFiles.load(file.toString())).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"segment,false,segment", "a/shop.yaml,true,shop", "shop.yml,true,shop", "./shop,true,shop"})
    void aPathIsToldFromAName(String name, boolean path, String source) {
        assertThat(MappingFiles.isPath(name)).isEqualTo(path);
        assertThat(MappingFiles.sourceName(name)).isEqualTo(source);
    }

    @Test
    void aNameThatIsNotShippedIsRefusedInASentence() {
        assertThatThrownBy(() -> MappingFiles.load("salesforce"))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "There is no mapping config/sources/salesforce.yaml; give the name of one in config/sources,"
                                + " or the path of a YAML file.");
    }

    @Test
    void aWrongMappingIsRefusedWithFileAndLine() throws Exception {
        Path file = Files.writeString(folder.resolve("shop.yaml"), "customer: /c\ntime: /t\nkinds: [{kind: LOGOUT}]\n");

        assertThatThrownBy(() -> MappingFiles.load(file.toString()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("shop.yaml, line ");
        assertThatThrownBy(() -> MappingFiles.load(folder.resolve("absent.yaml").toString()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("absent.yaml");
    }
}
