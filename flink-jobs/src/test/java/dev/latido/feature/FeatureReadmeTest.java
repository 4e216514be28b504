package dev.latido.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.CustomerOutcome.What;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether the document for users says what is so. */
class FeatureReadmeTest {

    private static final Path README = Path.of("../config/README.md");

    @Test
    void itsTableHasEveryFeatureInItsOrderAndNoOther() throws IOException {
        List<String> lines = Files.readAllLines(README);
        int first = lines.indexOf("| Name | Type | Unit | What it is |") + 2;

        List<String> table = lines.subList(first, lines.size()).stream()
                .takeWhile(line -> !line.isEmpty())
                .toList();

        assertThat(table)
                .isEqualTo(Feature.ALL.stream()
                        .map(feature -> "| `%s` | %s | %s | %s |"
                                .formatted(
                                        feature.text(), feature.type().text(), feature.unit(), feature.description()))
                        .toList());
    }

    @Test
    void itNamesEveryOutcome() throws IOException {
        assertThat(Files.readString(README))
                .contains(Arrays.stream(What.values())
                        .map(what -> "`" + what.text() + "`")
                        .toList());
    }
}
