package dev.latido.rule.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latido.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFolderTest {

    @TempDir
    private Path folder;

    @Test
    void theRulesOfAFolderComeSortedById() throws IOException {
        write("a.yaml", Rules.FULL);
        write("b.yaml", Rules.SHORT);
        write("a.cases.yaml", "no rule");
        write("README.md", "no rule");

        assertThat(RuleFolder.load(folder))
                .extracting(Rule::id)
                .containsExactly("cancellation-scheduled", "payment-failed-then-cancel-page");
    }

    @Test
    void twoRulesWithOneIdAreRefused() throws IOException {
        write("a.yaml", Rules.SHORT);
        Path second = write("b.yaml", Rules.SHORT);

        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> RuleFolder.load(folder))
                .withMessage(second + ": the rule in a.yaml has the id \"cancellation-scheduled\" already");
    }

    @Test
    void aMistakeNamesItsFile() throws IOException {
        Path file = write("a.yaml", Rules.SHORT.replace("version: 1", "version: x"));

        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> RuleFolder.load(folder))
                .withMessageStartingWith(file + ", line 2, column 10: expected a whole number");
    }

    @Test
    void moreThanFiveHundredRulesAreRefused() throws IOException {
        for (int i = 0; i <= 500; i++) {
            write("r" + i + ".yaml", "");
        }

        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> RuleFolder.load(folder))
                .withMessage(folder + ": holds 501 rules, at most 500 are allowed");
    }

    @Test
    void filesThatCannotBeReadAreNamed() throws IOException {
        Path absent = folder.resolve("absent.yaml");
        Path large = write("large.yaml", "x".repeat(70_000));
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
        Path empty = write("empty.yaml", "# nothing\n");

        assertRefused(absent, absent + ": no such file");
        assertRefused(large, large + ": the file is larger than 64 KiB");
        assertRefused(latin, latin + ": is not a text in UTF-8");
        assertRefused(empty, empty + ": the file is empty");
        assertRefused(folder, folder + ": is a directory, not a file");
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> RuleFolder.load(absent))
                .withMessage(absent + ": is not a folder of rules");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void assertRefused(Path file, String message) {
        assertThatExceptionOfType(RuleException.class)
                .isThrownBy(() -> RuleFolder.loadFile(file))
                .withMessage(message);
    }
}
