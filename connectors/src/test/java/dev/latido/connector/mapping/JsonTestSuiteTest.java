package dev.latido.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.connector.testing.Decodes;
import dev.latido.connector.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each file of the JSON test suite is one record. */
class JsonTestSuiteTest {

    private final Decodes latido = new Decodes(Repository.mapping("latido"));

    @Test
    void whatIsNotJsonIsRejected() throws IOException {
        List<Path> files = files("n_");

        assertThat(files).hasSize(188);
        for (Path file : files) {
            assertThat(latido.reason(Files.readAllBytes(file)))
                    .as(file.toString())
                    .matches(
                            "not JSON: .*|invalid UTF-8 at byte \\d+|nesting over 100 levels|lone surrogate at byte \\d+");
        }
    }

    @Test
    void whatIsJsonIsReadToItsEnd() throws IOException {
        List<Path> files = files("y_");

        assertThat(files).hasSize(95);
        for (Path file : files) {
            assertThat(latido.reason(Files.readAllBytes(file)))
                    .as(file.toString())
                    .matches("not a JSON object|missing kind.*|duplicate key \".*\"");
        }
    }

    @Test
    void whatMayBeEitherGivesOneResult() throws IOException {
        for (Path file : files("i_")) {
            assertThat(latido.reason(Files.readAllBytes(file)))
                    .as(file.toString())
                    .isNotEqualTo("LOGIN");
        }
    }

    private static List<Path> files(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(Repository.fixture("robustness/json-test-suite"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }
}
