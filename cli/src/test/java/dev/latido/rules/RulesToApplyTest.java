package dev.latido.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.rule.Rule;
import dev.latido.rule.format.RuleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesToApplyTest {

    @TempDir
    private Path dir;

    @Test
    void rulesComeFromFilesAndFoldersAndCasesAreLeftOut() throws Exception {
        Path single = write("single.yaml", Texts.rule("b", 1));
        Path folder = Files.createDirectory(dir.resolve("folder"));
        Files.writeString(folder.resolve("c.yaml"), Texts.rule("c", 1));
        Files.writeString(folder.resolve("a.yaml"), Texts.rule("a", 1));
        Files.writeString(folder.resolve("a.cases.yaml"), "cases: []");

        assertThat(RulesToApply.read(List.of(single, folder, folder.resolve("a.cases.yaml"))))
                .extracting(Rule::id)
                .containsExactly("a", "b", "c");
    }

    @Test
    void twoFilesOfOneRuleAreRefused() throws IOException {
        List<Path> files = List.of(write("a.yaml", Texts.rule("a", 1)), write("b.yaml", Texts.rule("a", 2)));

        assertThatThrownBy(() -> RulesToApply.read(files))
                .isInstanceOf(UnusableRuleException.class)
                .hasMessage("Two of the files are of rule a; a rule has one.");
    }

    @Test
    void nothingToReadIsRefused() throws IOException {
        List<Path> onlyCases = List.of(write("a.cases.yaml", "cases: []"));

        assertThatThrownBy(() -> RulesToApply.read(onlyCases)).hasMessage("There is no rule in what was named.");
    }

    @Test
    void aFolderWithoutRulesIsRefusedByName() {
        assertThatThrownBy(() -> RulesToApply.read(List.of(dir)))
                .isInstanceOf(RuleException.class)
                .hasMessage(dir + ": holds no rules; they are files named *.yaml");
    }

    @Test
    void whatIsNoRuleIsToldWithItsPlace() throws IOException {
        List<Path> files = List.of(write("a.yaml", Texts.rule("a", 1).replace("kind: LOGIN", "kind: LOGGED_IN")));

        assertThatThrownBy(() -> RulesToApply.read(files))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("a.yaml, line 8,");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text);
    }
}
