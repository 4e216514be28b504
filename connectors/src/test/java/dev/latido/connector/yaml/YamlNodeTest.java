package dev.latido.connector.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlNodeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a: one HERE three~1, column 8",
                "a:   one HERE~1, column 10",
                "a: 'one HERE'~1, column 9",
                "a: \"one HERE\"~1, column 9",
                "a: 'it''s HERE'~1, column 4",
                "a: \"one\\tHERE\"~1, column 4",
                "a: |\\n  one\\n    HERE two\\n~3, column 5",
                "a: |-\\n  one\\n\\n  two HERE\\n~4, column 7",
                "a: >\\n  one\\n  two HERE\\n~3, column 7",
                "a: one\\n  two HERE~2, column 7",
                "a: \"one\\n  two HERE\"~2, column 7",
                "b: 1\\na: HERE # but not here~2, column 4",
            })
    void aPlaceInATextIsFoundInItsFile(String yaml, String place) {
        YamlNode node = YamlNode.parse("f", yaml.replace("\\n", "\n")).anyMap().get("a");

        Assertions.assertNotNull(node);
        assertThat(node.wrongAt(node.text().indexOf("HERE"), "x")).hasMessage("f, line " + place + ": x");
    }

    @Test
    void thePlaceBehindTheLastCharacterIsItsNeighbour() {
        YamlNode node = YamlNode.parse("f", "[abc, d]").list().get(0);

        assertThat(node.wrongAt(3, "x")).hasMessage("f, line 1, column 5: x");
        assertThat(node.wrongAt(99, "x")).hasMessage("f, line 1, column 2: x");
    }

    @Test
    void aMapHasNoPlacesOfItsOwn() {
        assertThat(YamlNode.parse("f", "\n a: 1").wrongAt(5, "x")).hasMessage("f, line 2, column 2: x");
    }

    @Test
    void listsThatMultiplyThemselvesAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }

        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThatExceptionOfType(YamlFileException.class)
                        .isThrownBy(() -> YamlNode.parse("f", bomb.toString()))
                        .withMessageStartingWith("f: not YAML: Number of aliases"));
    }

    @Test
    void aControlCharacterIsNamedWithItsPlace() {
        String before = "# é and \uD83D\uDE00\n".repeat(2_000);

        assertThatExceptionOfType(YamlFileException.class)
                .isThrownBy(() -> YamlNode.parse("f", before + "a: 1\nb: \uD83D\uDE00x\u0007y\n"))
                .withMessage("f, line 2002, column 6: not YAML: the character U+0007 is not allowed");
    }

    @Test
    void endlessNestingIsRefused() {
        assertThatExceptionOfType(YamlFileException.class)
                .isThrownBy(() -> YamlNode.parse("f", "[".repeat(100_000)))
                .withMessageStartingWith("f: not YAML: Nesting Depth exceeded");
    }

    @ParameterizedTest
    @CsvSource({"0", "101", "-1", "1.5", "'1_0'", "x", "99999999999"})
    void aNumberOutOfRangeIsRefused(String text) {
        assertThatExceptionOfType(YamlFileException.class)
                .isThrownBy(() ->
                        YamlNode.parse("f", "[" + text + "]").list().get(0).whole(1, 100))
                .withMessage("f, line 1, column 2: expected a whole number from 1 to 100, not \"" + text + "\"");
    }

    @Test
    void aMissingMemberIsNamedWhereItsMapBegins() {
        YamlNode map = YamlNode.parse("f", "\n a: 1");

        assertThatExceptionOfType(YamlFileException.class)
                .isThrownBy(() -> map.required(Map.of(), "b"))
                .withMessage("f, line 2, column 2: missing key: b");
    }
}
